package io.jikim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLI = 1_000_000;

    private final AtomicLong clock = new AtomicLong(7_000);
    private final Pace.Rest rest = due -> clock.accumulateAndGet(due, Math::max);

    @Test
    void moments_are_evenly_spread_over_the_second() throws InterruptedException {
        var pace = new Pace(7_000, 500, 3, rest);

        assertThat(all(pace)).containsExactly(7_000L, 7_000 + 2 * MILLI, 7_000 + 4 * MILLI);
    }

    @Test
    void a_rate_that_does_not_divide_a_second_does_not_drift() throws InterruptedException {
        var moments = all(new Pace(0, 300, 3_001, rest));

        assertThat(moments.getLast()).isEqualTo(10_000 * MILLI);
    }

    @Test
    void a_stall_moves_no_moment_so_that_those_behind_it_count_their_waiting()
            throws InterruptedException {
        var pace = new Pace(0, 1_000, 100, rest);
        List<Long> latencies = new ArrayList<>();
        for (long due = pace.await(); due >= 0; due = pace.await()) {
            if (due == 10 * MILLI) {
                clock.addAndGet(50 * MILLI);
            }
            latencies.add((clock.get() - due) / MILLI);
        }

        assertThat(latencies.subList(8, 14)).containsExactly(0L, 0L, 50L, 49L, 48L, 47L);
        assertThat(latencies.stream().filter(late -> late > 0)).hasSize(50);
    }

    @Test
    void resting_ends_when_the_clock_says_so() throws InterruptedException {
        var ticks = new AtomicLong();

        Pace.resting(() -> ticks.addAndGet(1_000)).until(5_000);

        assertThat(ticks).hasValue(5_000);
    }

    private static List<Long> all(Pace pace) throws InterruptedException {
        List<Long> moments = new ArrayList<>();
        for (long due = pace.await(); due >= 0; due = pace.await()) {
            moments.add(due);
        }
        return moments;
    }
}
