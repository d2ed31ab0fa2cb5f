package io.jikim.consent.consents.application.port;

import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Membership.Standing;
import io.jikim.consent.consents.domain.SubjectRef;
import java.util.Optional;

/// The people of this tenant that this service knows.
public interface Memberships {

    Optional<Membership> find(SubjectRef subject);

    /// The same, and nobody else decides about this person until the transaction ends.
    Optional<Membership> lock(SubjectRef subject);

    /// Remembers a person that the identity service has registered; knowing them twice, or again
    /// after their erasure, changes nothing.
    void learn(Membership begun);

    /// The end of a membership of which nothing else is left.
    Optional<Standing.Terminated> pastTermination(SubjectRef subject);

    /// Stores the end of a membership and announces it, both or neither.
    void end(Membership.Termination.Done termination);
}
