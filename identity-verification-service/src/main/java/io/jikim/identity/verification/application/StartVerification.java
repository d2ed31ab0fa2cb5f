package io.jikim.identity.verification.application;

import io.jikim.identity.verification.application.port.Addressees;
import io.jikim.identity.verification.application.port.Verifications;
import io.jikim.identity.verification.domain.AddressIndex;
import io.jikim.identity.verification.domain.State;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationFact;
import io.jikim.identity.verification.domain.VerificationId;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/// Use case: a person is to prove, on first use, that she reads the address she gave.
@ApplicationScoped
public class StartVerification {

    private final Addressees addressees;
    private final Verifications verifications;
    private final Ids ids;
    private final InstantSource clock;

    public StartVerification(
            Addressees addressees, Verifications verifications, Ids ids, InstantSource clock) {
        this.addressees = addressees;
        this.verifications = verifications;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Start start(SubjectRef subject) {
        var found = addressees.find(subject);
        if (found.isEmpty()) {
            return new Start.Unknown();
        }
        var addressee = found.get();
        if (addressee.frozen()) {
            return new Start.ProcessingStopped();
        }
        if (addressee.verified()) {
            return new Start.AlreadyVerified();
        }
        return addressee
                .address()
                .map(address -> start(subject, address, clock.instant()))
                .orElseGet(Start.NoAddress::new);
    }

    private Start start(SubjectRef subject, AddressIndex address, Instant now) {
        var later = verifications.budget(address, now).nextMailAfter(now);
        if (later.isPresent()) {
            return new Start.TooSoon(later.get());
        }
        verifications.pending(subject).forEach(old -> replace(old, now));
        var started = Verification.started(new VerificationId(ids.next()), subject, address, now);
        verifications.add(started, new VerificationFact.Started(started.id(), subject, now));
        return new Start.Started(started);
    }

    private void replace(Verification old, Instant now) {
        verifications.close(
                old.in(new State.Expired(now)),
                new VerificationFact.Expired(old.id(), old.subject(), now));
    }

    /// The answer to a start.
    public sealed interface Start {
        record Started(Verification verification) implements Start {}

        /// The mailbox has had enough; try again at `at`.
        record TooSoon(Instant at) implements Start {}

        record AlreadyVerified() implements Start {}

        record NoAddress() implements Start {}

        record ProcessingStopped() implements Start {}

        record Unknown() implements Start {}
    }
}
