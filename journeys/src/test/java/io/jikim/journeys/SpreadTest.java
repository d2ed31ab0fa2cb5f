package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void quantiles_are_values_that_were_measured_and_the_worst_one_is_told() {
        var hundred = IntStream.rangeClosed(1, 100).boxed().toList();

        assertThat(Spread.of(hundred, Integer::doubleValue))
                .isEqualTo(new Spread(100, 50, 99, 100, 50.5));
    }

    @Test
    void one_slow_case_in_ten_stands_in_the_highest_quantile() {
        assertThat(Spread.of(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 900), Integer::doubleValue).p99())
                .isEqualTo(900);
    }

    @Test
    void nothing_measured_is_zero() {
        assertThat(Spread.of(List.<Integer>of(), Integer::doubleValue).count()).isZero();
    }
}
