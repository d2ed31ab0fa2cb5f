package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// A rights request has been carried out.
public record RightsCompleted(UUID requestId, UUID subjectRef, Instant at) implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
