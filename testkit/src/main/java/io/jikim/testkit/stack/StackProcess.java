package io.jikim.testkit.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The local stack as a child process; it ends with its standard input, that is: with this JVM,
/// however that ends.
record StackProcess(Process process, BufferedReader output, Map<String, String> environment) {

    static StackProcess start() {
        try {
            var data = TestData.fresh();
            var file = data.resolve("stack.env");
            var process = launch(data, file);
            var started = new StackProcess(process, process.inputReader(), new LinkedHashMap<>());
            started.awaitReady();
            for (var line : Files.readAllLines(file)) {
                var at = line.indexOf('=');
                started.environment.put(line.substring(0, at), line.substring(at + 1));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> started.stop(data)));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path data, Path file) throws IOException {
        var root = ProjectRoot.find();
        var stack = root.resolve("local-stack/target");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        stack.resolve("classes") + ":" + stack.resolve("stack/lib") + "/*",
                        "io.jikim.localstack.Main",
                        "--root=" + root,
                        "--parts=postgres,kafka,mail",
                        "--clusters=one",
                        "--ports=random",
                        "--control=stdin",
                        "--data=" + data,
                        "--environment=" + file)
                .redirectError(data.resolve("errors.log").toFile())
                .start();
    }

    /// What another copy of this class needs to go on with the same process, in types of the JDK.
    Object[] parts() {
        return new Object[] {process, output, environment};
    }

    @SuppressWarnings("unchecked")
    static StackProcess of(Object[] parts) {
        return new StackProcess(
                (Process) parts[0], (BufferedReader) parts[1], (Map<String, String>) parts[2]);
    }

    void command(String line) {
        synchronized (process) {
            try {
                Writer input = process.outputWriter(StandardCharsets.UTF_8);
                input.write(line + "\n");
                input.flush();
                var answer = answer();
                if (!"done".equals(answer)) {
                    throw new IllegalStateException(line + ": " + answer);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Lines in between tell a person about the progress.
    private @Nullable String answer() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("READY") || line.equals("done") || line.startsWith("failed: ")) {
                return line;
            }
        }
        return null;
    }

    private void awaitReady() throws IOException {
        if (!"READY".equals(answer())) {
            throw new IllegalStateException(
                    "the test stack did not start; see target/test-stack/*/errors.log and logs/");
        }
    }

    private void stop(Path data) {
        try {
            process.getOutputStream().close();
            if (process.waitFor(20, TimeUnit.SECONDS)) {
                TestData.delete(data);
            }
        } catch (IOException _) {
            process.destroy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
