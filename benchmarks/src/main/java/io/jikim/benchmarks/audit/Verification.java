package io.jikim.benchmarks.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.benchmarks.Figures;
import io.jikim.benchmarks.Java;
import io.jikim.benchmarks.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What `./jikim verify-log` needs for all entries of a log, its start included.
///
/// @param entriesPerCoreSecond of processor time, that of the compilers included
record Verification(
        long entries,
        double seconds,
        double processorSeconds,
        double entriesPerSecond,
        double entriesPerCoreSecond) {

    /// @param source a directory or a JDBC address
    /// @throws IllegalStateException if the log does not hold
    static Verification of(Path root, String source, LogKey key, Path scratch)
            throws IOException, InterruptedException {
        Progress.say("verify-log %s", source.replaceAll("\\?.*", ""));
        var keyFile = Files.writeString(scratch.resolve("log.vkey"), key.verifierKey() + "\n");
        var command =
                List.of(
                        Java.program(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        root.resolve("verifier/target/verifier") + "/*",
                        "io.jikim.verifier.VerifyLog",
                        source,
                        "--key",
                        keyFile.toString(),
                        "--json");
        long start = System.nanoTime();
        var process =
                new ProcessBuilder(command)
                        .redirectError(scratch.resolve("verify.log").toFile())
                        .start();
        var spent = Duration.ZERO;
        while (process.isAlive()) {
            spent = process.info().totalCpuDuration().orElse(spent);
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var said = new ObjectMapper().readTree(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    said + " " + Files.readString(scratch.resolve("verify.log")));
        }
        long entries = said.path("entriesRead").asLong();
        double processor = spent.toMillis() / 1e3;
        return new Verification(
                entries,
                Figures.rounded(seconds),
                Figures.rounded(processor),
                Figures.rounded(entries / seconds),
                Figures.rounded(entries / processor));
    }
}
