package io.jikim.consent.consents.application.port;

import io.jikim.consent.consents.domain.SubjectRef;
import java.util.Set;

/// The correction requests that are not done yet.
public interface Corrections {

    /// The codes of the items that this person says are wrong and nobody has corrected.
    Set<String> outstanding(SubjectRef subject);
}
