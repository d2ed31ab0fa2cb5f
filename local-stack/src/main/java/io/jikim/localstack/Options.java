package io.jikim.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the command line asks for. Every option has the form `--name=value`.
///
/// - `--parts=postgres,kafka,mail,keycloak,services` (or single services by name)
/// - `--ports=default|random`, and `--port=kafka:19092` for one of them
/// - `--data=DIR` where data, keys and logs stand, `--root=DIR` the project
/// - `--clusters=three|one` one PostgreSQL cluster with all databases is the shape for tests
/// - `--environment=FILE` where the resulting configuration is written
/// - `--via=kafka:9999` what reaches that part from the services goes by this port, where the
///   program that started the stack listens and passes it on; `--via=retention-service:9999` means
///   that service's way to its live database
/// - `--control=stdin` obey lines on the standard input and end with it
record Options(
        Set<String> parts,
        Map<String, Integer> ports,
        boolean randomPorts,
        Map<String, Integer> detours,
        Directories directories,
        boolean oneCluster,
        Optional<Path> environment,
        boolean controlled) {

    static Options parse(List<String> arguments) {
        var values = new HashMap<String, String>();
        var ports = new HashMap<String, Integer>();
        var detours = new HashMap<String, Integer>();
        for (var argument : arguments) {
            var at = argument.indexOf('=');
            if (!argument.startsWith("--") || at < 0) {
                throw new StackFailure("unknown argument " + argument);
            }
            var name = argument.substring(2, at);
            var value = argument.substring(at + 1);
            switch (name) {
                case "port" -> addPort(name, ports, value);
                case "via" -> addPort(name, detours, value);
                case "parts", "ports", "data", "root", "clusters", "environment", "control" ->
                        values.put(name, value);
                default -> throw new StackFailure("unknown option --" + name);
            }
        }
        var root = Path.of(values.getOrDefault("root", ".")).toAbsolutePath().normalize();
        var data = Path.of(values.getOrDefault("data", ".jikim"));
        return new Options(
                parts(values.getOrDefault("parts", "postgres,kafka,mail,keycloak,services")),
                Map.copyOf(ports),
                values.getOrDefault("ports", "default").equals("random"),
                Map.copyOf(detours),
                new Directories(root, root.resolve(data).normalize()),
                values.getOrDefault("clusters", "three").equals("one"),
                Optional.ofNullable(values.get("environment")).map(root::resolve),
                values.getOrDefault("control", "").equals("stdin"));
    }

    private static void addPort(String option, Map<String, Integer> ports, String value) {
        var parts = value.split(":", 2);
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,5}")) {
            throw new StackFailure("--%s wants name:number, got %s".formatted(option, value));
        }
        ports.put(parts[0], Integer.valueOf(parts[1]));
    }

    private static Set<String> parts(String list) {
        var parts = new LinkedHashSet<String>();
        for (var part : list.split(",")) {
            if (part.equals("services")) {
                parts.addAll(ServiceName.names());
            } else {
                parts.add(part);
            }
        }
        return parts;
    }
}
