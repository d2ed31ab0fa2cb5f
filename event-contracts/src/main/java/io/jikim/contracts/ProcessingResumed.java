package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// The restriction made by the named request has ended.
public record ProcessingResumed(UUID requestId, UUID subjectRef, Instant at) implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
