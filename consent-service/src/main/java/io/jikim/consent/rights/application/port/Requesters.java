package io.jikim.consent.rights.application.port;

import io.jikim.consent.rights.domain.Requester;
import java.util.Optional;
import java.util.Set;

/// The people who can use rights here, and what is held about them.
public interface Requesters {

    /// What the policy says about this person; empty if there is no such person, or no more.
    Optional<Held> find(Requester requester);

    /// The codes of the items that the policy names for a person of that kind, and whether it
    /// promises not to use what is being corrected.
    record Held(Set<String> items, boolean restrictUseUntilCorrected) {

        public Held {
            items = Set.copyOf(items);
        }
    }
}
