package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.List;

/// The sweep after the last answer: each connected system was looked through for the person and
/// nothing was found.
public record Verification(Instant at, List<Swept> systems) {
    public Verification {
        systems = List.copyOf(systems);
    }

    /// How much of a system was looked through.
    public record Swept(SystemName system, int tables, int columns) {}
}
