package io.jikim.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// PostgreSQL and Kafka of the local stack, on free ports with data of their own; they end with
/// this program, however it ends.
public final class LocalStack implements AutoCloseable {

    private final Path data;
    private final Process process;
    private final BufferedReader output;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private LocalStack(Path data, Process process) {
        this.data = data;
        this.process = process;
        this.output = process.inputReader();
    }

    public static LocalStack start(Path root, Path data) throws IOException {
        var started = new LocalStack(data, launch(root, data));
        started.await("READY");
        try (var lines = Files.lines(data.resolve("stack.env"))) {
            lines.map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .forEach(pair -> started.environment.put(pair[0], pair[1]));
        }
        return started;
    }

    private static Process launch(Path root, Path data) throws IOException {
        Files.createDirectories(data);
        var stack = root.resolve("local-stack/target");
        return new ProcessBuilder(
                        Java.program(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        stack.resolve("classes") + ":" + stack.resolve("stack/lib") + "/*",
                        "io.jikim.localstack.Main",
                        "--root=" + root,
                        "--parts=postgres,kafka",
                        "--ports=random",
                        "--control=stdin",
                        "--data=" + data,
                        "--environment=" + data.resolve("stack.env"))
                .redirectError(data.resolve("errors.log").toFile())
                .start();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    public String setting(String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("The stack does not say " + name);
        }
        return value;
    }

    /// JDBC address of a database of the live cluster, for the superuser.
    public String superuser(String database) {
        return setting("JIKIM_LIVE_ADMIN_URL").replace("/postgres?", "/" + database + "?");
    }

    /// What the stack gives to one of the four services.
    public Map<String, String> environmentOf(String service) {
        Map<String, String> values = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(service + "/")) {
                values.put(name.substring(service.length() + 1), value);
            } else if (!name.contains("/") && !name.contains("ADMIN")) {
                values.put(name, value);
            }
        });
        return values;
    }

    /// `stop PART` or `start PART`; returns when it is done.
    void command(String line) throws IOException {
        var input = process.outputWriter();
        input.write(line + "\n");
        input.flush();
        await("done");
    }

    private void await(String wanted) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
            if (line.startsWith("failed")) {
                throw new IllegalStateException(line);
            }
        }
        throw new IllegalStateException(
                "The stack has ended; its logs stand in %s/logs: %s"
                        .formatted(
                                data, List.copyOf(Files.readAllLines(data.resolve("errors.log")))));
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        Java.end(process, 30);
    }
}
