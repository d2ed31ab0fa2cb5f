package io.jikim.identity.verification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What an address has had of mails and wrong codes, over all its verifications, so that neither a
/// resend nor a fresh start gives anybody more guesses or floods a mailbox.
public record Budget(
        int mailsInHour, int mailsInDay, int wrongCodesInDay, Optional<Instant> lastMailAt) {

    public static final int MAILS_PER_HOUR = 5;
    public static final int MAILS_PER_DAY = 10;

    /// 20 of 10^6 codes a day: a guesser has 1 in 50,000 at best.
    public static final int WRONG_CODES_PER_DAY = 20;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /// When the next mail may go; empty means now.
    public Optional<Instant> nextMailAfter(Instant now) {
        if (mailsInDay >= MAILS_PER_DAY || wrongCodesInDay >= WRONG_CODES_PER_DAY) {
            return Optional.of(now.plus(Duration.ofDays(1)));
        }
        if (mailsInHour >= MAILS_PER_HOUR) {
            return Optional.of(now.plus(Duration.ofHours(1)));
        }
        return lastMailAt.map(at -> at.plus(pause())).filter(now::isBefore);
    }

    /// 1, 2, 4, 8, at most 15 minutes.
    private Duration pause() {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(mailsInHour - 1L, 0, 4));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
