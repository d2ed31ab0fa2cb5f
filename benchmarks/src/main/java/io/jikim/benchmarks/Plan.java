package io.jikim.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How long and how much is measured.
record Plan(int seconds, int warmup, int rate, int backlog) {

    private static final Set<String> NAMES = Set.of("seconds", "warmup", "rate", "backlog");

    /// @throws IllegalArgumentException if an option is unknown or no number
    static Plan of(List<String> options) {
        Map<String, Integer> values = new HashMap<>();
        for (var option : options) {
            var pair = option.split("=", 2);
            var name = pair[0].replaceFirst("^--", "");
            if (pair.length < 2 || !NAMES.contains(name) || !pair[1].matches("[1-9][0-9]{0,6}")) {
                throw new IllegalArgumentException(option + ": there are " + NAMES + " =NUMBER");
            }
            values.put(name, Integer.valueOf(pair[1]));
        }
        return new Plan(
                values.getOrDefault("seconds", 20),
                values.getOrDefault("warmup", 15),
                values.getOrDefault("rate", 500),
                values.getOrDefault("backlog", 100_000));
    }

    /// The limit is measured before and after, for as long as what it is compared with.
    int limitSeconds() {
        return Math.max(2, seconds / 2);
    }
}
