package io.jikim.identity.verification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void the_first_mail_goes_at_once() {
        assertThat(new Budget(0, 0, 0, Optional.empty()).nextMailAfter(NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "2, 120", "3, 240", "4, 480"})
    void each_mail_makes_the_next_wait_longer(int mails, long seconds) {
        assertThat(new Budget(mails, mails, 0, Optional.of(NOON)).nextMailAfter(NOON))
                .contains(NOON.plusSeconds(seconds));
        assertThat(
                        new Budget(mails, mails, 0, Optional.of(NOON))
                                .nextMailAfter(NOON.plusSeconds(seconds)))
                .isEmpty();
    }

    @Test
    void a_mailbox_gets_five_an_hour_and_ten_a_day() {
        var long_ago = Optional.of(NOON.minus(Duration.ofMinutes(59)));

        assertThat(new Budget(5, 5, 0, long_ago).nextMailAfter(NOON)).isPresent();
        assertThat(new Budget(0, 10, 0, long_ago).nextMailAfter(NOON))
                .contains(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void an_address_that_is_guessed_at_gets_no_more_mails() {
        assertThat(new Budget(0, 4, 20, Optional.empty()).nextMailAfter(NOON)).isPresent();
    }
}
