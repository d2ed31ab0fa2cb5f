package io.jikim.benchmarks;

import java.lang.management.ManagementFactory;

/// What is told while it runs, apart from the report.
public final class Progress {

    private Progress() {}

    public static void say(String what, Object... values) {
        System.err.printf("bench: " + what + "%n", values);
    }

    /// Of the whole machine, over the last minute: what else runs here spoils the figures.
    public static double load() {
        return Figures.rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
