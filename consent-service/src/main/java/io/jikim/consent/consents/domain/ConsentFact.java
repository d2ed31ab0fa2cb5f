package io.jikim.consent.consents.domain;

import java.util.List;

/// What has happened to a consent.
public sealed interface ConsentFact {

    /// The entry of the history that the fact is about.
    ConsentRecord entry();

    /// The person said yes.
    record Given(ConsentRecord entry) implements ConsentFact {}

    /// The person said no.
    record Refused(ConsentRecord entry) implements ConsentFact {}

    /// The person took a yes back; `remaining` are the purposes that still apply to them.
    record Withdrawn(ConsentRecord entry, List<String> remaining) implements ConsentFact {

        public Withdrawn {
            remaining = List.copyOf(remaining);
        }
    }
}
