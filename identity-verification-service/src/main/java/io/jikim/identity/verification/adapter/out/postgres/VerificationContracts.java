package io.jikim.identity.verification.adapter.out.postgres;

import io.jikim.contracts.Event;
import io.jikim.contracts.VerificationExpired;
import io.jikim.contracts.VerificationLocked;
import io.jikim.contracts.VerificationStarted;
import io.jikim.contracts.VerificationVerified;
import io.jikim.identity.verification.domain.VerificationFact;

/// Facts about verifications as the others are told them.
final class VerificationContracts {

    private VerificationContracts() {}

    static Event of(VerificationFact fact) {
        return switch (fact) {
            case VerificationFact.Started e ->
                    new VerificationStarted(e.id().value(), e.subject().value(), e.at());
            case VerificationFact.Verified e ->
                    new VerificationVerified(e.id().value(), e.subject().value(), e.at());
            case VerificationFact.Locked e ->
                    new VerificationLocked(e.id().value(), e.subject().value(), e.at());
            case VerificationFact.Expired e ->
                    new VerificationExpired(e.id().value(), e.subject().value(), e.at());
        };
    }
}
