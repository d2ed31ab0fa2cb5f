package io.jikim.benchmarks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.benchmarks.audit.Growth.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void the_slowest_stretch_is_found_between_fast_ones() {
        var seen =
                List.of(at(0, 0), at(2, 200), at(5, 500), at(7, 510), at(10, 520), at(15, 1_020));

        assertThat(Growth.slowest(seen, 5)).isEqualTo(4.0);
    }

    @Test
    void a_run_shorter_than_the_stretch_counts_as_a_whole() {
        assertThat(Growth.slowest(List.of(at(0, 10), at(2, 30)), 5)).isEqualTo(10.0);
    }

    @Test
    void a_log_that_stands_still_for_so_long_has_a_stretch_without_entries() {
        var seen = List.of(at(0, 0), at(1, 900), at(6, 900), at(7, 1_800));

        assertThat(Growth.slowest(seen, 5)).isZero();
    }

    private static Seen at(long seconds, long size) {
        return new Seen(seconds * 1_000_000_000L, size);
    }
}
