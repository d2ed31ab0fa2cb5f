package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// A data subject has given consent to one purpose, against the notice with this digest.
public record ConsentGiven(
        UUID consentId,
        UUID subjectRef,
        String purpose,
        int policyVersion,
        String noticeDigest,
        Instant at)
        implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
