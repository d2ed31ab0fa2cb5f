package io.jikim.retention.erasure.domain;

import java.util.Set;

/// How much of a person's data a case is about.
public sealed interface Scope {
    /// The person left: everything.
    record Membership() implements Scope {}

    /// One purpose was withdrawn: what it needed and none of the remaining purposes needs.
    record Purpose(PurposeCode withdrawn, Set<PurposeCode> remaining) implements Scope {
        public Purpose {
            remaining = Set.copyOf(remaining);
        }
    }
}
