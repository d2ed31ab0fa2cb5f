package io.jikim.identity.verification.adapter.in.rest;

import io.jikim.identity.verification.domain.State;
import io.jikim.identity.verification.domain.Verification;
import java.time.Instant;
import java.util.UUID;

/// A verification as its caller sees it.
record VerificationView(
        UUID verificationId, UUID subjectRef, Status state, int triesLeft, Instant expiresAt) {

    enum Status {
        PENDING,
        VERIFIED,
        LOCKED,
        EXPIRED
    }

    static VerificationView of(Verification verification) {
        return new VerificationView(
                verification.id().value(),
                verification.subject().value(),
                switch (verification.state()) {
                    case State.Pending _ -> Status.PENDING;
                    case State.Verified _ -> Status.VERIFIED;
                    case State.Locked _ -> Status.LOCKED;
                    case State.Expired _ -> Status.EXPIRED;
                },
                verification.triesLeft(),
                verification.expiresAt());
    }
}
