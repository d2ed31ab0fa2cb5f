package io.jikim.journeys.stack;

import io.jikim.journeys.Stage;
import io.jikim.journeys.StoryBroken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The whole stack beside this JVM, on free ports with data of its own: three PostgreSQL clusters,
/// Kafka, Keycloak, a mailbox and the four packaged services. Ends with this JVM.
///
/// Kafka runs in a launcher of its own, so that it can be killed as a machine dies. Every request
/// line that reaches a service or the identity provider, and every `Location` that is answered,
/// stands in their logs. What the services say to the broker and to their live databases goes over
/// wires, on which faults can be placed.
public final class RunningStack {

    public static final List<String> SERVICES =
            List.of(
                    "consent-service",
                    "identity-verification-service",
                    "audit-log-service",
                    "retention-service");

    private static final String KAFKA = "kafka";
    private static final Map<String, String> REQUESTS_LOGGED =
            Map.of(
                    "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true",
                    "QUARKUS_HTTP_ACCESS_LOG_PATTERN", "request \"%r\" %s \"%{o,Location}\"",
                    "KC_HTTP_ACCESS_LOG_ENABLED", "true");

    /// The one stack of this JVM; starts when it is first asked for.
    private static final class Shared {
        static final RunningStack STACK = launch();
    }

    private final Stage stage;
    private final Path data;
    private final Launcher others;
    private final int kafkaPort = freePort();
    private final int controllerPort = freePort();
    private final int livePort = freePort();
    private final Wire broker = new Wire(new KafkaDialect(), kafkaPort);
    private final Map<String, Wire> databases = new LinkedHashMap<>();
    private Launcher kafka;

    private RunningStack(Path root, Path data) throws IOException {
        this.data = data;
        kafka = startKafka(root, data);
        var environment = data.resolve("environment");
        var options =
                new ArrayList<>(
                        List.of(
                                "--data=" + data,
                                "--parts=postgres,mail,keycloak,services",
                                "--ports=random",
                                "--port=live:" + livePort,
                                "--port=kafka:" + kafkaPort,
                                "--port=kafka-controller:" + controllerPort,
                                "--via=kafka:" + broker.port(),
                                "--environment=" + environment));
        for (var service : SERVICES) {
            var wire = anotherWayToLive();
            databases.put(service, wire);
            options.add("--via=" + service + ":" + wire.port());
        }
        others =
                Launcher.start(
                        root,
                        data.resolve("stack.err"),
                        "384m",
                        REQUESTS_LOGGED,
                        options.toArray(String[]::new));
        stage = Stage.in(root, environment);
    }

    public static RunningStack shared() {
        return Shared.STACK;
    }

    public Stage stage() {
        return stage;
    }

    /// Everybody's way to the broker.
    public Wire broker() {
        return broker;
    }

    /// A service's way to the live cluster.
    public Wire databaseOf(String service) {
        return Objects.requireNonNull(databases.get(service), service);
    }

    /// A new wire to the live cluster, for one more instance of a service.
    public Wire anotherWayToLive() {
        return new Wire(new PostgresDialect(), livePort);
    }

    /// All wires are whole again.
    public void mend() {
        broker.mend();
        databases.values().forEach(Wire::mend);
    }

    /// Ends a part in good order (`kafka`, `mail`, a service); its data stays.
    public void stop(String part) {
        of(part).obey("stop " + part);
    }

    /// Returns when the part can be used again.
    public void start(String part) {
        of(part).obey("start " + part);
    }

    /// SIGKILL: nothing of the part has a chance to finish. `kafka`, a service, or a cluster
    /// (`postgres-live`) with all its backends.
    public void kill(String part) {
        if (part.equals(KAFKA)) {
            kafka.kill();
        } else {
            others.kill(process -> isMain(process, part));
        }
    }

    /// Starts what was killed; returns when it can be used again.
    public void startKilled(String part) throws IOException {
        if (part.equals(KAFKA)) {
            kafka = startKafka(stage.root(), data);
        } else {
            // a launcher that has already begun to start it again lets go of it first
            stop(part);
            start(part);
        }
    }

    /// The process of a service or of a cluster.
    public long pidOf(String part) {
        return others.find(process -> isMain(process, part)).pid();
    }

    /// What Kafka has on its disk.
    public List<Path> segments() throws IOException {
        return files(data.resolve(KAFKA).resolve(KAFKA));
    }

    /// What every process has printed.
    public List<Path> logs() throws IOException {
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

    private Launcher startKafka(Path root, Path data) throws IOException {
        return Launcher.start(
                root,
                data.resolve("kafka.err"),
                "384m",
                Map.of(),
                "--data=" + data.resolve(KAFKA),
                "--parts=" + KAFKA,
                "--port=kafka:" + kafkaPort,
                "--port=kafka-controller:" + controllerPort,
                "--via=kafka:" + broker.port());
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
        databases.values().forEach(Wire::close);
        broker.close();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Left behind: " + data + " (" + e + ")");
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("deploy/postgres"))) {
                return at;
            }
        }
        throw new StoryBroken("This is not below the project's directory");
    }
}
