package io.jikim.journeys;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How values spread, nothing left out; all zero where there are none.
record Spread(int count, double p50, double p99, double max, double mean) {

    static <T> Spread of(List<T> things, ToDoubleFunction<T> value) {
        var sorted = things.stream().mapToDouble(value).sorted().toArray();
        return sorted.length == 0
                ? new Spread(0, 0, 0, 0, 0)
                : new Spread(
                        sorted.length,
                        at(sorted, 0.50),
                        at(sorted, 0.99),
                        rounded(sorted[sorted.length - 1]),
                        rounded(Arrays.stream(sorted).average().orElseThrow()));
    }

    /// The smallest value that at least this part of all values does not exceed.
    private static double at(double[] sorted, double quantile) {
        return rounded(sorted[(int) Math.max(0, Math.ceil(quantile * sorted.length) - 1)]);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
