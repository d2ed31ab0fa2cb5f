package io.jikim.retention.erasure.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
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

        assertThat(world.erasures.rechecks()).containsEntry(id, world.now.plus(recheck));
    }

    @Test
    void looks_soon_at_a_case_of_a_tenant_whose_clock_is_ahead() {
        world.ahead = Duration.ofDays(2000);
        world.mailIsAway = true;
        var id = world.terminate();
        world.deposit(id);
        world.everybodyAnswers(id);

        assertThat(world.erasures.rechecks())
                .containsEntry(id, world.now.plus(Duration.ofSeconds(10)));
    }
}
