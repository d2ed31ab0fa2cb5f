package io.jikim.identity.verification.application;

import io.jikim.identity.verification.application.port.Verifications;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Query: where a verification stands.
@ApplicationScoped
public class FindVerification {

    private final Verifications verifications;

    public FindVerification(Verifications verifications) {
        this.verifications = verifications;
    }

    @Transactional
    public Optional<Verification> find(VerificationId id) {
        return verifications.find(id);
    }
}
