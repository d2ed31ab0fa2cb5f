package io.jikim.retention.erasure.domain;

import java.util.Set;

/// What is to become of the data of one category.
public sealed interface Disposition {
    /// Destroy it now.
    record Erase() implements Disposition {}

    /// Move what the law names into the archive until its period ends, then destroy; the rest goes
    /// now.
    record Archive(Basis basis) implements Disposition {}

    /// Leave it untouched: a legal hold names it.
    record Held(HoldId hold) implements Disposition {}

    /// Leave it in use: these purposes still need it.
    record Keep(Set<PurposeCode> neededBy) implements Disposition {
        public Keep {
            neededBy = Set.copyOf(neededBy);
        }
    }
}
