package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// An operating-system process that cannot outlive this one: a small shell holds the other end of a
/// pipe to us and stops the process when the pipe closes, which the kernel does however we end.
final class ChildProcess {
    private static final String GUARD =
            """
            trap '' INT
            signal=$1; shift
            exec 3<&0
            "$@" 3<&- </dev/null & child=$!
            { cat <&3 >/dev/null; kill -"$signal" "$child"; } 2>/dev/null & guard=$!
            exec 3<&-
            wait "$child"; code=$?
            kill "$guard" 2>/dev/null
            exit "$code"
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// @param signal what ends the process in an orderly way, `TERM` or `INT`
    static ChildProcess start(
            String signal, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard", signal));
        guarded.addAll(command);
        var builder = new ProcessBuilder(guarded).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new ChildProcess(builder.start(), log);
    }

    boolean alive() {
        return process.isAlive();
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    void stop() {
        var family = process.descendants().toList();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (IOException _) {
            process.destroy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            family.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// The end of what the process printed, to be shown when it did not start.
    String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            var end = lines.subList(Math.max(0, lines.size() - 15), lines.size());
            return String.join(System.lineSeparator(), end);
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
