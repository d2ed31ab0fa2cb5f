package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// A case has a certificate; `certificateDigest` is the hex SHA-256 of its canonical JSON,
/// `revision` counts from 1.
public record ErasureCertified(
        UUID caseId,
        UUID subjectRef,
        int revision,
        String level,
        String certificateDigest,
        Instant at)
        implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
