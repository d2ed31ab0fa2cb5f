package io.jikim.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Figures of many measured times, by nearest rank: each is a time that was measured.
public final class Percentiles {

    private final long[] sorted;

    public Percentiles(long[] micros) {
        sorted = micros.clone();
        Arrays.sort(sorted);
    }

    /// The smallest time that at least this share of all (above 0, at most 1) does not exceed.
    ///
    /// @throws IllegalStateException if there are none
    public long at(double share) {
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /// In milliseconds.
    public Map<String, Object> summary() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("events", sorted.length);
        figures.put("p50", at(0.50) / 1000.0);
        figures.put("p90", at(0.90) / 1000.0);
        figures.put("p99", at(0.99) / 1000.0);
        figures.put("p999", at(0.999) / 1000.0);
        figures.put("max", at(1) / 1000.0);
        return figures;
    }
}
