package io.jikim.localstack;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A project directory as `./jikim` wants it, built, with its name full of spaces; the launcher in
/// it is the real one.
record CommandTree(Path root) {

    /// What a command printed on both of its streams, and how it ended.
    record Answer(String text, int exit) {}

    static CommandTree in(Path directory) throws IOException {
        var project = Path.of("..").toRealPath();
        var root = Files.createDirectories(directory.resolve("a project with spaces"));
        Files.copy(project.resolve("jikim"), root.resolve("jikim"));
        Files.createSymbolicLink(root.resolve("deploy"), project.resolve("deploy"));
        var stack = Files.createDirectories(root.resolve("local-stack"));
        Files.createSymbolicLink(stack.resolve("target"), project.resolve("local-stack/target"));
        for (var service : ServiceName.names()) {
            var application =
                    Files.createDirectories(root.resolve(service).resolve("target/quarkus-app"));
            Files.createFile(application.resolve("quarkus-run.jar"));
        }
        Files.createDirectories(root.resolve("journeys/target/demo"));
        Files.createFile(Files.createDirectory(root.resolve("target")).resolve(".built"));
        return new CommandTree(root);
    }

    /// Before the directory is deleted, so that nothing is followed out of it.
    void unlink() throws IOException {
        Files.delete(root.resolve("deploy"));
        Files.delete(root.resolve("local-stack/target"));
    }

    Answer run(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    Process start(String... arguments) throws IOException {
        // whoever runs the tests in the background may have signals ignored, and what was ignored
        // before a shell began it cannot trap
        var command =
                new ArrayList<>(
                        List.of(
                                "env",
                                "--default-signal",
                                "bash",
                                root.resolve("jikim").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        return builder.start();
    }

    /// Programs of the test stand before those of the machine.
    private Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JIKIM_DATA",
                data().toString(),
                "PATH",
                root.resolve("bin") + ":" + System.getenv("PATH"));
    }

    static Answer ended(Process process) throws IOException, InterruptedException {
        var text = process.inputReader().lines().collect(joining("\n"));
        return new Answer(text, process.waitFor());
    }

    Path data() {
        return root.resolve("the data");
    }

    void program(String name, String text) throws IOException {
        var file = Files.createDirectories(root.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// The arguments that start nothing but the three clusters, on ports that are free.
    String[] clusters(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("up", "--only", "postgres"));
        var sockets = new ArrayList<ServerSocket>();
        for (var name : List.of("live", "archive", "keys")) {
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            sockets.add(socket);
            arguments.addAll(List.of("--port", name + ":" + socket.getLocalPort()));
        }
        for (var socket : sockets) {
            socket.close();
        }
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /// The launcher and what it started, alive, by what they wrote down.
    List<ProcessHandle> family() throws IOException {
        try (var records = Files.walk(data().resolve("processes"));
                var all = Stream.concat(records, Stream.of(data().resolve("stack.pid")))) {
            return all.filter(Files::isRegularFile)
                    .map(CommandTree::pid)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
        }
    }

    long launcher() {
        return pid(data().resolve("stack.pid"));
    }

    private static long pid(Path record) {
        try {
            return Long.parseLong(Files.readAllLines(record, StandardCharsets.UTF_8).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
