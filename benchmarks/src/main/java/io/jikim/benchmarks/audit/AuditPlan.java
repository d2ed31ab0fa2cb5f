package io.jikim.benchmarks.audit;

import io.jikim.benchmarks.Options;
import java.util.List;
import java.util.Map;

/// How long, how fast and how large.
///
/// @param entries in the large log, in which proofs are asked for
record AuditPlan(int seconds, int warmup, int rate, int entries) {

    /// What a small log has, with which the large one is compared.
    static final int FEW = 100_000;

    private static final Map<String, Integer> UNLESS_SAID =
            Map.of("seconds", 20, "warmup", 15, "rate", 1_000, "entries", 10_000_000);

    /// @throws IllegalArgumentException if an option is unknown or no number
    static AuditPlan of(List<String> options) {
        var values = Options.of(options, UNLESS_SAID);
        return new AuditPlan(
                values.getOrDefault("seconds", 0),
                values.getOrDefault("warmup", 0),
                values.getOrDefault("rate", 0),
                values.getOrDefault("entries", 0));
    }
}
