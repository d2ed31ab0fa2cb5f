package io.jikim.identity.verification.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.identity.verification.application.EnterCode.Entry;
import io.jikim.identity.verification.application.StartVerification.Start;
import io.jikim.identity.verification.application.port.Addressees;
import io.jikim.identity.verification.application.port.Codes;
import io.jikim.identity.verification.domain.AddressIndex;
import io.jikim.identity.verification.domain.Addressee;
import io.jikim.identity.verification.domain.Code;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationFact;
import io.jikim.identity.verification.domain.VerificationId;
import io.jikim.platform.access.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnterCodeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final SubjectRef ADA = new SubjectRef(new UUID(4, 1));
    private static final AddressIndex ADDRESS = new AddressIndex("a1");
    private static final Code WRONG = new Code("999999");

    private Instant now = NOON;
    private long id = 1;
    private boolean verified;
    private AddressIndex address = ADDRESS;

    private final InMemoryVerifications verifications = new InMemoryVerifications();
    private final Codes codes = (_, sequence) -> new Code("%06d".formatted(sequence));
    private final StartVerification startVerification =
            new StartVerification(new Ada(), verifications, () -> new UUID(7, id++), () -> now);
    private final ResendCode resendCode = new ResendCode(verifications, () -> now);
    private final CountTry countTry = new CountTry(verifications, () -> now);
    private final EnterCode enterCode = new EnterCode(verifications, new Ada(), codes, () -> now);

    @Test
    void the_right_code_verifies_and_is_announced_once() {
        var started = start();

        assertThat(enter(started, code(1))).isInstanceOf(Entry.Verified.class);
        assertThat(enter(started, code(1))).isEqualTo(new Entry.AlreadyVerified());
        assertThat(verified).isTrue();
        assertThat(verifications.facts())
                .containsExactly(
                        new VerificationFact.Started(started.id(), ADA, NOON),
                        new VerificationFact.Verified(started.id(), ADA, NOON));
    }

    @Test
    void the_fifth_wrong_code_locks() {
        var started = start();
        for (int i = 0; i < 4; i++) {
            assertThat(enter(started, WRONG)).isInstanceOf(Entry.Wrong.class);
        }

        assertThat(enter(started, WRONG)).isEqualTo(new Entry.Locked());
        assertThat(enter(started, code(1))).isEqualTo(new Entry.Locked());
        assertThat(verified).isFalse();
    }

    @Test
    void another_mail_gives_no_new_tries_and_leaves_the_late_one_valid() {
        var started = start();
        enter(started, WRONG);
        now = now.plusSeconds(60);
        resendCode.resend(started.id());

        assertThat(verifications.find(started.id()).orElseThrow().tries()).isEqualTo(1);
        assertThat(enter(started, code(1))).isInstanceOf(Entry.Verified.class);
    }

    @Test
    void two_mails_ago_is_too_long_ago() {
        var started = start();
        now = now.plusSeconds(60);
        resendCode.resend(started.id());
        now = now.plusSeconds(120);
        resendCode.resend(started.id());

        assertThat(enter(started, code(1))).isInstanceOf(Entry.Wrong.class);
    }

    @Test
    void ten_minutes_and_it_is_over() {
        var started = start();
        now = now.plus(Duration.ofMinutes(10));

        assertThat(enter(started, code(1))).isEqualTo(new Entry.Expired());
        assertThat(verifications.facts().getLast())
                .isEqualTo(new VerificationFact.Expired(started.id(), ADA, now));
    }

    @Test
    void a_new_start_ends_the_one_before() {
        var first = start();
        now = now.plusSeconds(61);
        var second = start();

        assertThat(enter(first, code(1))).isEqualTo(new Entry.Expired());
        assertThat(enter(second, code(1))).isInstanceOf(Entry.Verified.class);
    }

    @Test
    void fresh_starts_are_no_way_to_guess_on() {
        for (int i = 0; i < 4; i++) {
            var started = start();
            for (int j = 0; j < 5; j++) {
                enter(started, WRONG);
            }
            now = now.plus(Duration.ofMinutes(20));
        }

        assertThat(startVerification.start(ADA)).isInstanceOf(Start.TooSoon.class);
    }

    @Test
    void a_code_proves_only_the_address_that_it_was_sent_to() {
        var started = start();
        address = new AddressIndex("a2");

        assertThat(enter(started, code(1))).isEqualTo(new Entry.Expired());
        assertThat(verified).isFalse();
    }

    @Test
    void a_try_too_many_that_comes_first_does_not_shut_out_the_counted_ones() {
        var started = start();

        assertThat(enterCode.enter(started.id(), code(1), false))
                .isEqualTo(new Entry.NoTriesLeft());
        assertThat(enter(started, code(1))).isInstanceOf(Entry.Verified.class);
    }

    @Test
    void nobody_knows_a_verification_that_is_not_there() {
        assertThat(enterCode.enter(new VerificationId(new UUID(7, 99)), WRONG, false))
                .isEqualTo(new Entry.Unknown());
    }

    private Verification start() {
        return ((Start.Started) startVerification.start(ADA)).verification();
    }

    private Entry enter(Verification started, Code code) {
        return enterCode.enter(started.id(), code, countTry.count(started.id()));
    }

    private static Code code(int sequence) {
        return new Code("%06d".formatted(sequence));
    }

    private final class Ada implements Addressees {
        @Override
        public Optional<Addressee> find(SubjectRef subject) {
            return Optional.of(new Addressee(subject, Optional.of(address), false, verified));
        }

        @Override
        public Optional<Mailbox> open(SubjectRef subject, Access access) {
            return Optional.empty();
        }

        @Override
        public boolean verified(SubjectRef subject, AddressIndex proven, Instant at) {
            verified = proven.equals(address);
            return verified;
        }
    }
}
