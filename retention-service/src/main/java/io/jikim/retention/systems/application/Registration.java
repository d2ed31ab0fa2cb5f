package io.jikim.retention.systems.application;

import java.util.List;
import java.util.UUID;

/// The answer to connecting a system.
public sealed interface Registration {
    record Connected(UUID id) implements Registration {}

    /// The mapping does not fit the database; every problem, by name.
    record Refused(List<String> problems) implements Registration {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// The database did not answer, for this reason.
    record Unreachable(String reason) implements Registration {}
}
