package io.jikim.consent.consents.application.port;

import io.jikim.consent.consents.domain.Freeze;
import io.jikim.consent.consents.domain.SubjectRef;
import java.util.List;
import java.util.UUID;

/// The open erasure cases that keep data from being used.
public interface Freezes {

    List<Freeze> of(SubjectRef subject);

    /// Freezes for a case; doing so twice changes nothing.
    void add(Freeze freeze);

    /// The case is over.
    void lift(UUID caseId);

    /// Whether this person's data has been erased here.
    boolean erased(SubjectRef subject);
}
