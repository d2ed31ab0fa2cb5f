package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// A legal hold has ended; what it kept is owed again.
public record HoldReleased(UUID holdId, UUID subjectRef, Instant at) implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
