package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// A verification was closed after too many wrong codes.
public record VerificationLocked(UUID verificationId, UUID subjectRef, Instant at)
        implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
