package io.jikim.retention.erasure.application.port;

import java.util.List;

/// What looking for a person in a connected system found.
public sealed interface SystemSweep {
    /// Nothing that the order should have removed is there.
    record Clean(int tables, int columns) implements SystemSweep {}

    /// `table.column` of each place where something still is.
    record Found(List<String> places) implements SystemSweep {
        public Found {
            places = List.copyOf(places);
        }
    }

    /// The system could not be looked into.
    record Unreachable(String reason) implements SystemSweep {}
}
