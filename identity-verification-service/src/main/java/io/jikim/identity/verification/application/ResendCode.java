package io.jikim.identity.verification.application;

import io.jikim.identity.verification.application.port.Verifications;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/// Use case: the mail did not come, another one is asked for.
@ApplicationScoped
public class ResendCode {

    private final Verifications verifications;
    private final InstantSource clock;

    public ResendCode(Verifications verifications, InstantSource clock) {
        this.verifications = verifications;
        this.clock = clock;
    }

    @Transactional
    public Resend resend(VerificationId id) {
        var now = clock.instant();
        var found = verifications.find(id);
        if (found.isEmpty()) {
            return new Resend.Unknown();
        }
        var verification = found.get();
        if (!verification.open(now)) {
            return new Resend.Closed();
        }
        var later = verifications.budget(verification.address(), now).nextMailAfter(now);
        if (later.isPresent()) {
            return new Resend.TooSoon(later.get());
        }
        var resent = verification.resent();
        verifications.resend(resent, now);
        return new Resend.Resent(resent);
    }

    /// The answer to the wish for another mail.
    public sealed interface Resend {
        record Resent(Verification verification) implements Resend {}

        record TooSoon(Instant at) implements Resend {}

        record Closed() implements Resend {}

        record Unknown() implements Resend {}
    }
}
