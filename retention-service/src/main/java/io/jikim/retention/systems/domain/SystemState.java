package io.jikim.retention.systems.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known about a connected system without asking it.
///
/// @param away why it did not answer last time; null while it answers
public record SystemState(
        UUID id, String name, Instant connectedAt, List<String> alarms, @Nullable String away) {
    public SystemState {
        alarms = List.copyOf(alarms);
    }
}
