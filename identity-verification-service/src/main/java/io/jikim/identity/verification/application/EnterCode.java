package io.jikim.identity.verification.application;

import io.jikim.identity.verification.application.port.Addressees;
import io.jikim.identity.verification.application.port.Codes;
import io.jikim.identity.verification.application.port.Verifications;
import io.jikim.identity.verification.domain.Budget;
import io.jikim.identity.verification.domain.Code;
import io.jikim.identity.verification.domain.State;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationFact;
import io.jikim.identity.verification.domain.VerificationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;

/// Use case: a code is entered.
@ApplicationScoped
public class EnterCode {

    private final Verifications verifications;
    private final Addressees addressees;
    private final Codes codes;
    private final InstantSource clock;

    public EnterCode(
            Verifications verifications, Addressees addressees, Codes codes, InstantSource clock) {
        this.verifications = verifications;
        this.addressees = addressees;
        this.codes = codes;
        this.clock = clock;
    }

    /// `counted` says whether this try was one of the allowed ones ([CountTry]).
    @Transactional
    public Entry enter(VerificationId id, Code code, boolean counted) {
        var found = verifications.find(id);
        if (found.isEmpty()) {
            return new Entry.Unknown();
        }
        // the address first, then the row: the order in which a fresh start locks them too
        var budget = verifications.budget(found.get().address(), clock.instant());
        return verifications
                .take(id)
                .map(verification -> enter(verification, budget, code, counted))
                .orElseGet(Entry.Unknown::new);
    }

    private Entry enter(Verification verification, Budget budget, Code code, boolean counted) {
        var now = clock.instant();
        return switch (verification.state()) {
            case State.Verified _ -> new Entry.AlreadyVerified();
            case State.Locked _ -> new Entry.Locked();
            case State.Expired _ -> new Entry.Expired();
            case State.Pending _ when !now.isBefore(verification.expiresAt()) ->
                    expire(verification, now);
            // counted tries may still be on their way here, and one of them may be right: they
            // decide
            case State.Pending _ when !counted -> new Entry.NoTriesLeft();
            case State.Pending _ -> judge(verification, budget, code, now);
        };
    }

    private Entry judge(Verification verification, Budget budget, Code code, Instant now) {
        // the try at hand is counted as a wrong one until it is known to be right
        if (budget.wrongCodesInDay() > Budget.WRONG_CODES_PER_DAY) {
            return lock(verification, now);
        }
        if (right(verification, code)) {
            return verify(verification, now);
        }
        return verification.exhausted() ? lock(verification, now) : new Entry.Wrong(verification);
    }

    /// The mail before the last one counts too: a late mail must not beat its reader.
    private boolean right(Verification verification, Code code) {
        boolean last = codes.of(verification.id(), verification.sequence()).matches(code);
        boolean before =
                codes.of(verification.id(), Math.max(1, verification.sequence() - 1)).matches(code);
        return last | before;
    }

    private Entry verify(Verification verification, Instant now) {
        if (!addressees.verified(verification.subject(), verification.address(), now)) {
            return expire(verification, now);
        }
        var closed = verification.in(new State.Verified(now));
        var fact = new VerificationFact.Verified(verification.id(), verification.subject(), now);
        verifications.close(closed, fact);
        return new Entry.Verified(closed);
    }

    private Entry lock(Verification verification, Instant now) {
        verifications.close(
                verification.in(new State.Locked(now)),
                new VerificationFact.Locked(verification.id(), verification.subject(), now));
        return new Entry.Locked();
    }

    private Entry expire(Verification verification, Instant now) {
        verifications.close(
                verification.in(new State.Expired(now)),
                new VerificationFact.Expired(verification.id(), verification.subject(), now));
        return new Entry.Expired();
    }

    /// The answer to a code.
    public sealed interface Entry {
        record Verified(Verification verification) implements Entry {}

        record Wrong(Verification verification) implements Entry {}

        record AlreadyVerified() implements Entry {}

        record Locked() implements Entry {}

        /// This try was beyond the allowed ones.
        record NoTriesLeft() implements Entry {}

        record Expired() implements Entry {}

        record Unknown() implements Entry {}
    }
}
