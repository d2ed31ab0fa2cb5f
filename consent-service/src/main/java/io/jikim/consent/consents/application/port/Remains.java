package io.jikim.consent.consents.application.port;

import io.jikim.consent.consents.domain.SubjectRef;
import java.util.UUID;

/// Everything that this service stores of a person, in whichever context.
public interface Remains {

    /// Deletes the consent history; the number of entries.
    long eraseConsents(SubjectRef subject);

    /// Deletes the rights requests; the number of them.
    long eraseRequests(SubjectRef subject);

    /// Deletes the membership and every freeze, and remembers only that the reference is used up,
    /// and since when; the number of memberships.
    long eraseMembership(SubjectRef subject, UUID caseId);
}
