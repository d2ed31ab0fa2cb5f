package io.jikim.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The Java that runs this program.
public final class Java {

    private Java() {}

    /// Waits for a process that was asked to end; one that does not hear is ended.
    public static void end(Process process, int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
