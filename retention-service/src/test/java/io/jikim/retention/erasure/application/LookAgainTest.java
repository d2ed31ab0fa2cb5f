package io.jikim.retention.erasure.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.application.port.Erasures;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAgainTest {
    private final World world = new World();

    @ParameterizedTest
    @CsvSource({"PT0S,PT10S", "PT100S,PT10S", "PT10M,PT1M", "PT150M,PT15M", "P6D,PT15M"})
    void looks_at_a_case_the_rarer_the_older_it_is(Duration age, Duration recheck) {
        world.mailIsAway = true;
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);

        world.now = world.now.plus(age);
        world.recheck(id);

        assertThat(world.erasures.rechecks()).containsEntry(id, recheck);
    }

    @Test
    void leaves_a_case_alone_for_as_long_when_the_work_on_it_broke_off() {
        var id = world.terminate();
        world.now = world.now.plus(Duration.ofMinutes(10));

        world.postpone.postpone(id, Erasures.Turn.WORK);

        assertThat(world.erasures.rechecks()).containsEntry(id, Duration.ofMinutes(1));
    }

    @Test
    void looks_as_soon_when_the_clock_of_the_service_is_wrong() {
        world.wrong = Duration.ofHours(1);
        world.mailIsAway = true;
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);

        assertThat(world.erasures.rechecks()).containsEntry(id, Duration.ofSeconds(10));
    }

    @Test
    void looks_soon_at_a_case_of_a_tenant_whose_clock_is_ahead() {
        world.ahead = Duration.ofDays(2000);
        world.mailIsAway = true;
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);

        assertThat(world.erasures.rechecks()).containsEntry(id, Duration.ofSeconds(10));
    }
}
