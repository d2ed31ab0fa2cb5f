package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL cluster with durable commits, reached over TCP with a password; its directory
/// outlives it.
final class PostgresCluster implements Part {
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final int port;
    private final Path data;
    private final Path log;
    private final List<RoleScript> scripts;
    private volatile @Nullable ChildProcess process;

    /// @param scripts applied once, when the cluster is new
    PostgresCluster(String name, int port, Directories directories, List<RoleScript> scripts) {
        this.name = name;
        this.port = port;
        this.data = directories.data().resolve(name);
        this.log = directories.log(name);
        this.scripts = scripts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public String address() {
        return server(port);
    }

    static String server(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port;
    }

    @Override
    public void start() throws Exception {
        var binaries = PostgresBinaries.unpacked();
        var ready = data.resolve("jikim-ready");
        if (!Files.exists(ready)) {
            create(binaries);
        }
        var started = ChildProcess.start("INT", postmaster(binaries), Map.of(), log);
        process = started;
        Waiting.until(this::answers, started, name, PATIENCE);
        if (!Files.exists(ready)) {
            scripts.forEach(script -> script.apply(address(), SUPERUSER, SUPERUSER));
            Files.createFile(ready);
        }
    }

    /// A directory without the mark was left by a start that was broken off; nothing was ever
    /// stored in it.
    private void create(PostgresBinaries binaries) throws IOException, InterruptedException {
        if (Files.exists(data)) {
            Trees.delete(data);
        }
        var password = Files.createTempFile("jikim", "password");
        Files.writeString(password, SUPERUSER);
        var initdb =
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + data,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions",
                        "--no-sync");
        var made = ChildProcess.start("TERM", Unprivileged.command(initdb), Map.of(), log);
        var code = made.waitFor();
        Files.delete(password);
        if (code != 0) {
            throw new StackFailure("%s could not be made:%n%s".formatted(name, made.lastWords()));
        }
    }

    private List<String> postmaster(PostgresBinaries binaries) {
        var command = new ArrayList<>(List.of(binaries.program("postgres"), "-D", data.toString()));
        Map.of(
                        "port", String.valueOf(port),
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "max_connections", "300",
                        "shared_buffers", "64MB",
                        "timezone", "UTC",
                        "log_timezone", "UTC")
                .forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return Unprivileged.command(command);
    }

    private boolean answers() {
        try (var _ = DriverManager.getConnection(address() + "/postgres", SUPERUSER, SUPERUSER)) {
            return true;
        } catch (SQLException _) {
            return false;
        }
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
