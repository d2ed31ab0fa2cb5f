package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// A verification ended unused.
public record VerificationExpired(UUID verificationId, UUID subjectRef, Instant at)
        implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
