package io.jikim.journeys.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One process of the local stack's launcher with some of its parts; obeys by line.
final class Launcher {

    private final Process process;
    private final BufferedReader output;
    private final Path errors;

    private Launcher(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        output = process.inputReader();
    }

    /// Returns when all of its parts can be used.
    ///
    /// @param heap of the launcher itself; Kafka and the mailbox live in it
    static Launcher start(
            Path root, Path errors, String heap, Map<String, String> environment, String... options)
            throws IOException {
        var stack = root.resolve("local-stack/target");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xmx" + heap,
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                stack.resolve("classes") + ":" + stack.resolve("stack/lib") + "/*",
                                "io.jikim.localstack.Main",
                                "--root=" + root,
                                "--control=stdin"));
        command.addAll(List.of(options));
        var builder =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().putAll(environment);
        var launcher = new Launcher(builder.start(), errors);
        launcher.awaitLine("READY");
        return launcher;
    }

    synchronized void obey(String line) {
        try {
            var input = process.outputWriter();
            input.write(line + "\n");
            input.flush();
            var answer = awaitLine("done", "failed");
            if (!answer.startsWith("done")) {
                throw new IllegalStateException(line + ": " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGKILL for this very process, and so for what lives in it.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// The one process below that is meant.
    ProcessHandle find(Predicate<ProcessHandle.Info> meant) {
        return process.descendants()
                .filter(child -> meant.test(child.info()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no such process"));
    }

    /// SIGKILL for the process below that is meant and for all of its own children: nothing of it
    /// is left to notice, to flush or to say goodbye.
    void kill(Predicate<ProcessHandle.Info> meant) {
        var victims = process.descendants().filter(child -> meant.test(child.info())).toList();
        if (victims.isEmpty()) {
            throw new IllegalStateException("There is no such process to kill");
        }
        // one that stands still has no further child, which would live on
        victims.forEach(Launcher::halt);
        var all =
                victims.stream()
                        .flatMap(victim -> Stream.concat(Stream.of(victim), victim.descendants()))
                        .distinct()
                        .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(victim -> victim.onExit().join());
    }

    private static void halt(ProcessHandle victim) {
        try {
            new ProcessBuilder("kill", "-STOP", String.valueOf(victim.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The end of its input is its end; the parts stop in good order.
    void end() {
        try {
            process.outputWriter().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private String awaitLine(String... beginnings) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            for (var beginning : beginnings) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        }
        throw new IllegalStateException("The stack has ended: " + Files.readString(errors));
    }
}
