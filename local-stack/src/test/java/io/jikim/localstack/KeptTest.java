package io.jikim.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final Lamp lamp = new Lamp();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Kept kept =
            new Kept(
                    lamp,
                    () -> now,
                    new Progress(
                            new PrintStream(
                                    OutputStream.nullOutputStream(),
                                    false,
                                    StandardCharsets.UTF_8)),
                    () -> {});

    @BeforeEach
    void start() {
        kept.start();
    }

    @Test
    void leaves_a_part_alone_that_runs() {
        later(LONG_ENOUGH);

        assertThat(lamp.starts).isEqualTo(1);
        assertThat(kept.standing().sentence()).isEmpty();
    }

    @Test
    void starts_a_part_again_after_a_pause() {
        lamp.lit = false;
        kept.look();
        kept.look();
        assertThat(lamp.lit).isFalse();
        assertThat(kept.standing().sentence()).isEqualTo("is being started again (restart 1)");

        later(LONG_ENOUGH);

        assertThat(lamp.lit).isTrue();
        assertThat(kept.standing().sentence()).isEqualTo("was started again once");
    }

    @Test
    void gives_up_a_part_that_ends_five_times_within_two_minutes() {
        endsTimes(5);

        assertThat(lamp.starts).isEqualTo(5);
        assertThat(lamp.lit).isFalse();
        assertThat(kept.standing().sentence())
                .startsWith("given up: it ended 5 times within 2 minutes");
    }

    @Test
    void does_not_give_up_a_part_that_ends_now_and_then() {
        for (var i = 0; i < 12; i++) {
            endsTimes(1);
            later(Duration.ofMinutes(1));
        }

        assertThat(lamp.lit).isTrue();
        assertThat(kept.standing().sentence()).isEqualTo("was started again 12 times");
    }

    @Test
    void counts_a_start_that_fails_as_an_end() {
        lamp.broken = true;

        endsTimes(1);
        for (var i = 0; i < 8; i++) {
            later(LONG_ENOUGH);
        }

        assertThat(lamp.starts).isEqualTo(5);
        assertThat(kept.standing()).isInstanceOf(Standing.GivenUp.class);
    }

    @Test
    void tries_again_what_it_gave_up_when_it_is_asked_to() {
        endsTimes(5);

        kept.forgive();
        later(LONG_ENOUGH);

        assertThat(lamp.lit).isTrue();
        assertThat(kept.standing().sentence()).isEqualTo("was started again 5 times");
    }

    @Test
    void leaves_a_part_ended_that_was_stopped_on_purpose() {
        kept.stop();
        later(LONG_ENOUGH);

        assertThat(lamp.lit).isFalse();

        kept.start();

        assertThat(lamp.lit).isTrue();
    }

    private void endsTimes(int times) {
        for (var i = 0; i < times; i++) {
            lamp.lit = false;
            kept.look();
            later(LONG_ENOUGH);
        }
    }

    private void later(Duration time) {
        now = now.plus(time);
        kept.look();
    }

    /// The simplest part.
    private static final class Lamp implements Part {
        private boolean lit;
        private boolean broken;
        private int starts;

        @Override
        public String name() {
            return "lamp";
        }

        @Override
        public Set<String> needs() {
            return Set.of();
        }

        @Override
        public void start() {
            starts++;
            if (broken) {
                throw new StackFailure("no current");
            }
            lit = true;
        }

        @Override
        public boolean runs() {
            return lit;
        }

        @Override
        public void stop() {
            lit = false;
        }

        @Override
        public String address() {
            return "on the table";
        }
    }
}
