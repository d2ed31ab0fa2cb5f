package io.jikim.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One of Jikim's services as a process of its own, from the packaged jar.
final class Service implements Part {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final ServiceName service;
    private final Environments environments;
    private final Set<String> needs;
    private volatile @Nullable ChildProcess process;

    /// @param needs the parts of this stack that it cannot start without
    Service(ServiceName service, Environments environments, Set<String> needs) {
        this.service = service;
        this.environments = environments;
        this.needs = needs;
    }

    @Override
    public String name() {
        return service.text();
    }

    @Override
    public Set<String> needs() {
        return needs;
    }

    @Override
    public String address() {
        return "http://localhost:" + port();
    }

    private int port() {
        return environments.ports().of(service.text());
    }

    @Override
    public void start() throws IOException, InterruptedException {
        var environment = new HashMap<>(environments.common());
        environment.putAll(environments.of(service));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port()));
        // glibc keeps a memory arena per core and thread otherwise, tens of megabytes that nobody
        // uses
        environment.put("MALLOC_ARENA_MAX", "2");
        var directories = environments.directories();
        var started =
                ChildProcess.start("TERM", command(jar()), environment, directories.log(name()));
        process = started;
        var ready = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port()));
        Waiting.until(() -> Waiting.answers(ready), started, name(), PATIENCE);
    }

    private Path jar() {
        var application =
                environments.directories().root().resolve(name()).resolve("target/quarkus-app");
        var jar = application.resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(jar + " is missing; build it first: ./jikim package");
        }
        return jar;
    }

    private static List<String> command(Path jar) {
        var command = new ArrayList<>(List.of(Java.program()));
        // without -Xms the JVM of a large machine begins with all of -Xmx, and touches it
        command.addAll(
                List.of(
                        "-Xms32m",
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    @Override
    public boolean runs() {
        var started = process;
        return started != null && started.alive();
    }

    @Override
    public void stop() {
        var running = process;
        if (running != null) {
            running.stop();
        }
    }
}
