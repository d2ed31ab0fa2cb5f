package io.jikim.benchmarks;

import java.util.List;
import java.util.Map;

/// How long and how much is measured.
record Plan(int seconds, int warmup, int rate, int backlog) {

    private static final Map<String, Integer> UNLESS_SAID =
            Map.of("seconds", 20, "warmup", 15, "rate", 500, "backlog", 100_000);

    /// @throws IllegalArgumentException if an option is unknown or no number
    static Plan of(List<String> options) {
        var values = Options.of(options, UNLESS_SAID);
        return new Plan(
                values.getOrDefault("seconds", 0),
                values.getOrDefault("warmup", 0),
                values.getOrDefault("rate", 0),
                values.getOrDefault("backlog", 0));
    }

    /// The limit is measured before and after, for as long as what it is compared with.
    int limitSeconds() {
        return Math.max(2, seconds / 2);
    }
}
