package io.jikim.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The OIDC provider, with the realm of `deploy/keycloak` and, because this stack is local, people
/// with known passwords.
final class Keycloak implements Part {
    static final String ADMIN = "admin";
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final int port;
    private final int managementPort;
    private final Directories directories;
    private final Path home;
    private volatile @Nullable ChildProcess process;

    Keycloak(Ports ports, Directories directories) {
        this.port = ports.of("keycloak");
        this.managementPort = ports.of("keycloak-management");
        this.directories = directories;
        this.home = directories.data().resolve("keycloak");
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public String address() {
        return "http://localhost:" + port;
    }

    @Override
    public void start() throws IOException, InterruptedException {
        var log = directories.log(name());
        var archives = directories.root().resolve("local-stack/target/stack/keycloak.path");
        var distribution = KeycloakDistribution.prepared(archives, log);
        layOutHome(distribution);
        var started =
                ChildProcess.start(
                        "TERM", distribution.command(home, arguments()), environment(), log);
        process = started;
        var realm = URI.create("http://127.0.0.1:%d/realms/jikim".formatted(port));
        Waiting.until(() -> Waiting.answers(realm), started, name(), PATIENCE);
    }

    /// A realm that is there already stays as it is: the import skips it.
    private void layOutHome(KeycloakDistribution distribution) throws IOException {
        var imports = Files.createDirectories(home.resolve("data/import"));
        for (var shared : List.of("conf", "lib", "providers", "themes")) {
            var link = home.resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.directory().resolve(shared));
        }
        var realm = directories.deploy().resolve("keycloak");
        copy(realm.resolve("jikim-realm.json"), imports);
        copy(realm.resolve("local/jikim-users-0.json"), imports);
    }

    private static void copy(Path file, Path directory) throws IOException {
        Files.copy(
                file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> arguments() {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + managementPort,
                "--hostname=http://localhost:" + port);
    }

    /// Keycloak puts these into the placeholders of the realm when it imports it.
    private static Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        environment.put("PORTAL_DIRECT_GRANT", "true");
        for (var service : ServiceName.names()) {
            var variable = service.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
            environment.put(variable, service + "-secret");
        }
        return environment;
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
