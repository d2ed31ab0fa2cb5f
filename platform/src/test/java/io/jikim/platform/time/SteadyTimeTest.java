package io.jikim.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {

    private final SteadyTime time = new TimeSources().steadyTime();

    @Test
    void begins_at_nothing_and_only_goes_on() {
        var passed = Stream.generate(time::passed).limit(10_000).toList();

        assertThat(passed).isSorted();
        assertThat(passed.getFirst()).isGreaterThanOrEqualTo(Duration.ZERO);
    }
}
