package io.jikim.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The whole stack beside the tests of this JVM, on free ports with data of its own: three
/// PostgreSQL clusters, Kafka, Keycloak, a mailbox and the four packaged services. Ends with this
/// JVM.
///
/// Kafka runs in a launcher of its own, so that it can be killed as a machine dies. Every request
/// line that reaches a service or the identity provider, and every `Location` that is answered,
/// stands in their logs.
final class RunningStack {

    private static final String KAFKA = "kafka";
    private static final Map<String, String> REQUESTS_LOGGED =
            Map.of(
                    "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true",
                    "QUARKUS_HTTP_ACCESS_LOG_PATTERN", "request \"%r\" %s \"%{o,Location}\"",
                    "KC_HTTP_ACCESS_LOG_ENABLED", "true");
    private static final RunningStack SHARED = launch();

    final Stage stage;
    private final Path data;
    private final Launcher others;
    private final String kafkaPort;
    private final String controllerPort;
    private Launcher kafka;

    private RunningStack(Path root, Path data) throws IOException {
        this.data = data;
        kafkaPort = freePort();
        controllerPort = freePort();
        kafka = startKafka(root);
        var environment = data.resolve("environment");
        others =
                Launcher.start(
                        root,
                        data.resolve("stack.err"),
                        "384m",
                        REQUESTS_LOGGED,
                        "--data=" + data,
                        "--parts=postgres,mail,keycloak,services",
                        "--ports=random",
                        "--port=kafka:" + kafkaPort,
                        "--port=kafka-controller:" + controllerPort,
                        "--environment=" + environment);
        stage = Stage.in(root, environment);
    }

    static RunningStack shared() {
        return SHARED;
    }

    /// Ends a part in good order (`kafka`, `mail`, a service); its data stays.
    void stop(String part) {
        of(part).obey("stop " + part);
    }

    /// Returns when the part can be used again.
    void start(String part) {
        of(part).obey("start " + part);
    }

    /// SIGKILL: nothing of the part has a chance to finish. `kafka`, a service, or a cluster
    /// (`postgres-live`) with all its backends.
    void kill(String part) {
        if (part.equals(KAFKA)) {
            kafka.kill();
        } else {
            others.kill(process -> isMain(process, part));
        }
    }

    /// Starts what was killed; returns when it can be used again.
    void startKilled(String part) throws IOException {
        if (part.equals(KAFKA)) {
            kafka = startKafka(stage.root());
        } else {
            // a launcher that has already begun to start it again lets go of it first
            stop(part);
            start(part);
        }
    }

    /// What Kafka has on its disk.
    List<Path> segments() throws IOException {
        return files(data.resolve(KAFKA).resolve(KAFKA));
    }

    /// What every process has printed.
    List<Path> logs() throws IOException {
        var logs = new ArrayList<>(files(data.resolve("logs")));
        logs.addAll(files(data.resolve(KAFKA).resolve("logs")));
        return logs;
    }

    private static List<Path> files(Path below) throws IOException {
        try (var files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Launcher of(String part) {
        return part.equals(KAFKA) ? kafka : others;
    }

    // not the small shell that guards it and has the same words in its command line
    private boolean isMain(ProcessHandle.Info process, String part) {
        var program = process.command().orElse("");
        var line = process.commandLine().orElse("");
        return part.startsWith("postgres")
                ? program.endsWith("/postgres") && line.contains(" -D " + data.resolve(part))
                : program.endsWith("/java") && line.contains("/" + part + "/target/quarkus-app/");
    }

    private Launcher startKafka(Path root) throws IOException {
        return Launcher.start(
                root,
                data.resolve("kafka.err"),
                "384m",
                Map.of(),
                "--data=" + data.resolve(KAFKA),
                "--parts=" + KAFKA,
                "--port=kafka:" + kafkaPort,
                "--port=kafka-controller:" + controllerPort);
    }

    private static RunningStack launch() {
        try {
            var data = Files.createTempDirectory("jikim-journeys");
            var stack = new RunningStack(root(), data);
            Runtime.getRuntime().addShutdownHook(new Thread(stack::end));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        others.end();
        kafka.end();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("Left behind: " + data + " (" + e + ")");
        }
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
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
