package io.jikim.identity.verification.domain;

import java.time.Instant;

/// What happened to a verification.
public sealed interface VerificationFact {

    Instant at();

    record Started(VerificationId id, SubjectRef subject, Instant at) implements VerificationFact {}

    record Verified(VerificationId id, SubjectRef subject, Instant at)
            implements VerificationFact {}

    record Locked(VerificationId id, SubjectRef subject, Instant at) implements VerificationFact {}

    record Expired(VerificationId id, SubjectRef subject, Instant at) implements VerificationFact {}
}
