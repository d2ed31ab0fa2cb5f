package io.jikim.identity.verification.application;

import io.jikim.identity.verification.application.port.Verifications;
import io.jikim.identity.verification.domain.State;
import io.jikim.identity.verification.domain.VerificationFact;
import io.jikim.identity.verification.domain.VerificationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Use case: nobody entered the code in time.
@ApplicationScoped
public class ExpireVerification {

    private final Verifications verifications;
    private final InstantSource clock;

    public ExpireVerification(Verifications verifications, InstantSource clock) {
        this.verifications = verifications;
        this.clock = clock;
    }

    /// @return whether it expired with this call
    @Transactional
    public boolean expire(VerificationId id) {
        var now = clock.instant();
        return verifications
                .find(id)
                .filter(found -> found.state() instanceof State.Pending && !found.open(now))
                .map(found ->
                        verifications.close(
                                found.in(new State.Expired(now)),
                                new VerificationFact.Expired(found.id(), found.subject(), now)))
                .orElse(false);
    }
}
