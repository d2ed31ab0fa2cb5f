package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// An e-mail verification has been started.
public record VerificationStarted(UUID verificationId, UUID subjectRef, Instant at)
        implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
