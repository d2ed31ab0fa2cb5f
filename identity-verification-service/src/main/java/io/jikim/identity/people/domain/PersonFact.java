package io.jikim.identity.people.domain;

import java.time.Instant;
import java.util.List;

/// What happened to a person, told without a value.
public sealed interface PersonFact {

    record Registered(SubjectRef ref, PersonKind kind, List<ItemCode> items, Instant at)
            implements PersonFact {
        public Registered {
            items = List.copyOf(items);
        }
    }

    record Corrected(SubjectRef ref, List<ItemCode> items, Instant at) implements PersonFact {
        public Corrected {
            items = List.copyOf(items);
        }
    }
}
