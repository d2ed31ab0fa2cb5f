package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// A person's data must not be used until the named request is done.
public record ProcessingRestricted(UUID requestId, UUID subjectRef, Instant at) implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
