package io.jikim.identity.verification.application;

import io.jikim.identity.verification.application.port.Verifications;
import io.jikim.identity.verification.domain.VerificationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Use case: somebody is about to enter a code; the try is counted and committed before the code is
/// looked at, so that many guesses at once are as many as one after another.
@ApplicationScoped
public class CountTry {

    private final Verifications verifications;
    private final InstantSource clock;

    public CountTry(Verifications verifications, InstantSource clock) {
        this.verifications = verifications;
        this.clock = clock;
    }

    /// @return whether the code may be looked at
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean count(VerificationId id) {
        return verifications.countTry(id, clock.instant());
    }
}
