package io.jikim.benchmarks;

/// What a run has found, as it is printed.
record MessagingReport(
        Machine machine,
        Sustained sustained,
        Limits limit,
        PacedLatency latency,
        BacklogDrain backlog,
        long factsWithoutEffect,
        Goals goals) {

    /// Events per second of the databases alone, three commits each, before and after the product's
    /// own figure; and with one commit each, which no two services could have.
    record Limits(
            String program,
            int clients,
            double before,
            double after,
            double inOneCommit,
            double ratio,
            double ratioToOneCommit) {}

    /// What was to be reached, and whether it was.
    record Goals(
            boolean halfOfTheLimit, boolean p99Below300Millis, boolean everyFactHasOneEffect) {}
}
