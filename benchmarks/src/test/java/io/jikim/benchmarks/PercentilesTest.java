package io.jikim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void each_figure_is_a_time_that_was_measured() {
        var hundred = new Percentiles(LongStream.rangeClosed(1, 100).map(n -> 101 - n).toArray());

        assertThat(hundred.at(0.50)).isEqualTo(50);
        assertThat(hundred.at(0.99)).isEqualTo(99);
        assertThat(hundred.at(0.999)).isEqualTo(100);
        assertThat(hundred.at(1)).isEqualTo(100);
    }

    @Test
    void a_percentile_of_a_few_is_the_larger_of_two_neighbours() {
        var few = new Percentiles(new long[] {5, 1, 9});

        assertThat(few.at(0.5)).isEqualTo(5);
        assertThat(few.at(0.67)).isEqualTo(9);
    }

    @Test
    void one_slow_event_in_a_hundred_does_not_hide_from_the_maximum() {
        var times =
                LongStream.concat(
                        LongStream.of(1_000_000), LongStream.generate(() -> 2_000).limit(99));

        var summary = new Percentiles(times.toArray()).summary();

        assertThat(summary).containsEntry("p99", 2.0).containsEntry("max", 1000.0);
    }

    @Test
    void of_nothing_there_are_no_figures() {
        assertThatThrownBy(() -> new Percentiles(new long[0]).at(0.5))
                .isInstanceOf(IllegalStateException.class);
    }
}
