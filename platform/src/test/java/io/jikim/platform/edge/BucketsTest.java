package io.jikim.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private Duration passed = Duration.ZERO;
    private final Buckets buckets = new Buckets(60, Duration.ofMinutes(1), () -> passed);

    @Test
    void lets_so_many_pass_at_once_and_then_says_how_long_to_wait() {
        for (int i = 0; i < 60; i++) {
            assertThat(buckets.take("a")).isEmpty();
        }
        assertThat(buckets.take("a")).hasValue(Duration.ofSeconds(1));
        assertThat(buckets.take("b")).isEmpty();

        passed = passed.plusSeconds(1);
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isPresent();
    }

    @Test
    void a_refused_call_costs_nothing() {
        for (int i = 0; i < 1_000; i++) {
            buckets.take("a");
        }
        passed = passed.plusSeconds(60);

        for (int i = 0; i < 60; i++) {
            assertThat(buckets.take("a")).isEmpty();
        }
    }

    /// In whatever rhythm: never more than a full bucket and what has run in since.
    @Test
    void no_rhythm_gets_more_than_was_there_and_what_ran_in() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var begin = passed;
            int taken = 0;
            for (int i = 0; i < 500; i++) {
                passed = passed.plusMillis(random.nextInt(400));
                if (buckets.take("seed " + seed).isEmpty()) {
                    taken++;
                }
            }
            assertThat(taken)
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(60 + (int) passed.minus(begin).toSeconds() + 1);
        }
    }

    @Test
    void many_addresses_do_not_fill_the_memory() {
        for (int i = 0; i < 3 * Buckets.ROOM; i++) {
            buckets.take("address " + i);
        }
        assertThat(buckets.size()).isLessThanOrEqualTo(Buckets.ROOM);
    }

    @Test
    void many_addresses_give_nobody_his_guesses_back() {
        for (int i = 0; i < 60; i++) {
            buckets.take("guesser");
        }
        for (int i = 0; i < 3 * Buckets.ROOM; i++) {
            buckets.take("address " + i);
        }

        assertThat(buckets.take("guesser")).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void who_comes_when_there_is_no_room_shares_one_bucket_until_there_is() {
        for (int i = 0; i < Buckets.ROOM; i++) {
            buckets.take("address " + i);
        }
        for (int i = 0; i < 59; i++) {
            assertThat(buckets.take("stranger " + i)).isEmpty();
        }
        assertThat(buckets.take("another stranger")).isPresent();
        assertThat(buckets.take("address 0")).isEmpty();

        passed = passed.plusSeconds(2);
        assertThat(buckets.take("another stranger")).isEmpty();
        assertThat(buckets.size()).isLessThan(10);
    }

    @Test
    void a_limit_of_none_is_a_mistake() {
        assertThatThrownBy(() -> new Buckets(0, Duration.ofMinutes(1), () -> passed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_stands_for_its_block() {
        assertThat(AddressBlock.of("203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(AddressBlock.of("2001:db8:7:7::1"))
                .isEqualTo(AddressBlock.of("2001:0db8:7:7:ffff::2"))
                .isNotEqualTo(AddressBlock.of("2001:db8:7:8::1"));
        assertThat(AddressBlock.of("no address")).isEqualTo("no address");
    }
}
