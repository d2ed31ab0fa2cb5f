package io.jikim.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The whole stack beside the tests of this JVM, on free ports with data of its own: three
/// PostgreSQL clusters, Kafka, Keycloak, a mailbox and the four packaged services. Ends with this
/// JVM.
final class RunningStack {

    private static final RunningStack SHARED = launch();

    final Stage stage;
    private final Path data;
    private final Process process;
    private final BufferedReader output;

    private RunningStack(Stage stage, Path data, Process process, BufferedReader output) {
        this.stage = stage;
        this.data = data;
        this.process = process;
        this.output = output;
    }

    static RunningStack shared() {
        return SHARED;
    }

    /// Ends a part at once (`kafka`, `mail`, a service); its data stays.
    void stop(String part) {
        command("stop " + part);
    }

    /// Returns when the part can be used again.
    void start(String part) {
        command("start " + part);
    }

    /// Every file below a directory of the stack's data: `kafka` for segments, `logs` for logs.
    List<Path> files(String below) throws IOException {
        try (var files = Files.walk(data.resolve(below))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private synchronized void command(String line) {
        try {
            var input = process.outputWriter();
            input.write(line + "\n");
            input.flush();
            var answer = awaitLine(output, data, "done", "failed");
            if (!answer.startsWith("done")) {
                throw new IllegalStateException(line + ": " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningStack launch() {
        try {
            var root = root();
            var data = Files.createTempDirectory("jikim-journeys");
            var environment = data.resolve("environment");
            var process =
                    new ProcessBuilder(command(root, data, environment))
                            .redirectError(data.resolve("stack.err").toFile())
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, data)));
            var output = process.inputReader();
            awaitLine(output, data, "READY");
            return new RunningStack(Stage.in(root, environment), data, process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path root, Path data, Path environment) {
        var stack = root.resolve("local-stack/target");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                stack.resolve("classes") + ":" + stack.resolve("stack/lib") + "/*",
                "io.jikim.localstack.Main",
                "--ports=random",
                "--control=stdin",
                "--root=" + root,
                "--data=" + data,
                "--environment=" + environment);
    }

    private static String awaitLine(BufferedReader output, Path data, String... beginnings)
            throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            for (var beginning : beginnings) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        }
        throw new IllegalStateException(
                "The stack has ended: " + Files.readString(data.resolve("stack.err")));
    }

    private static void end(Process process, Path data) {
        try {
            process.outputWriter().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("Left behind: " + data + " (" + e + ")");
        }
    }

    private static Path root() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("deploy/postgres"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
