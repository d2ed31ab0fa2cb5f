package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// An operating-system process that cannot outlive this one: a small shell, its guard, holds the
/// other end of a pipe to us and stops the process when the pipe closes, which the kernel does
/// however we end.
///
/// The guard writes down the process and when it began (`processes/NAME` beside the data), for the
/// case that the guard itself is killed: who finds such a record, and a process with that number
/// that began at that time, knows that it is ours. The next guard of that name ends it first, and
/// so do `jikim up` and `down`.
final class ChildProcess {
    private static final String GUARD =
            """
            trap '' INT
            began() {
              if [ -r "/proc/$1/stat" ]; then
                sed -n '/) Z /d; s/.*) //p' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
              else
                LC_ALL=C ps -o lstart= -p "$1" 2>/dev/null
              fi
            }
            signal=$1; record=$2; shift 2
            if { IFS= read -r old && IFS= read -r since; } 2>/dev/null < "$record" && [ "$(began "$old")" = "$since" ]; then
              kill -KILL "$old" 2>/dev/null
              for _ in 1 2 3 4 5 6 7 8 9 10; do [ "$(began "$old")" != "$since" ] || sleep 0.2; done
            fi
            exec 3<&0
            "$@" 3<&- </dev/null & child=$!
            printf '%s\\n%s\\n%s\\n' "$child" "$(began "$child")" "$signal" > "$record"
            {
              cat <&3 >/dev/null
              kill -"$signal" "$child"
              for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do sleep 2; kill -0 "$child" || exit; done
              kill -KILL "$child"
            } 2>/dev/null & guard=$!
            exec 3<&-
            wait "$child"; code=$?
            kill "$guard" 2>/dev/null
            rm -f "$record"
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
    /// @param log where it prints; its file's name without `.log` is what its record is called
    static ChildProcess start(
            String signal, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var records = log.resolveSibling("../processes").toAbsolutePath().normalize();
        Files.createDirectories(records);
        var record = records.resolve(String.valueOf(log.getFileName()).replace(".log", ""));
        var guarded =
                new ArrayList<>(
                        List.of("/bin/sh", "-c", GUARD, "guard", signal, record.toString()));
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
        stop(PATIENCE);
    }

    /// Returns when nothing of it is left: what it held (a directory, a port) is free.
    ///
    /// @param patience until it is killed
    void stop(Duration patience) {
        var family = family();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                family.addAll(family()); // who was born meanwhile
                kill(family);
                process.waitFor();
            }
            // the signal is sent at once, but whoever waits for a disk dies after it has answered
            family.forEach(member -> member.onExit().join());
        } catch (IOException _) {
            process.destroy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            kill(family);
        }
    }

    private Set<ProcessHandle> family() {
        return process.descendants().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void kill(Set<ProcessHandle> family) {
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
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
