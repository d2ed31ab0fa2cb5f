package io.jikim.retention.systems.application;

import io.jikim.retention.systems.domain.Mapping;
import java.util.List;

/// What came of comparing a mapping with the database it is for.
public sealed interface Examination {
    record Fits(Mapping mapping) implements Examination {}

    /// The mapping does not fit the database; every problem, by name.
    record Refused(List<String> problems) implements Examination {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// The database did not answer, for this reason.
    record Unreachable(String reason) implements Examination {}
}
