package io.jikim.audit.application;

import io.jikim.audit.domain.Flaw;
import java.util.List;
import java.util.SortedMap;

/// What came of a [Posting].
public sealed interface Recording {
    /// All of it is in the log: the index of each, in the caller's order.
    record Done(List<Long> indexes) implements Recording {
        public Done {
            indexes = List.copyOf(indexes);
        }
    }

    /// Nothing of it was taken: what is wrong, by place in the caller's list.
    record Refused(SortedMap<Integer, Flaw> flaws) implements Recording {}
}
