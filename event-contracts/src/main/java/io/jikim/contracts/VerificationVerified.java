package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// A person has proven to read the address she gave.
public record VerificationVerified(UUID verificationId, UUID subjectRef, Instant at)
        implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
