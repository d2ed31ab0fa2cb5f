package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// A data subject has ended the service; processing has stopped with this fact.
public record MembershipTerminated(UUID subjectRef, int policyVersion, Instant at)
        implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
