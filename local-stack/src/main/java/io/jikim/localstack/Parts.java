package io.jikim.localstack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes the parts that the options ask for.
final class Parts {
    private final Options options;
    private final Ports ports;
    private final Environments environments;

    Parts(Options options, Ports ports, Environments environments) {
        this.options = options;
        this.ports = ports;
        this.environments = environments;
    }

    List<Part> make() {
        var parts = new ArrayList<Part>();
        for (var name : options.parts()) {
            switch (name) {
                case "postgres" -> parts.addAll(clusters());
                case "kafka" -> parts.add(new KafkaBroker(ports, options.directories()));
                case "mail" -> parts.add(new Mailbox(ports));
                case "keycloak" -> parts.add(new Keycloak(ports, options.directories()));
                default -> parts.add(service(name));
            }
        }
        return parts;
    }

    /// Names of the ports that these parts will listen on.
    List<String> portNames() {
        var names = new ArrayList<String>();
        for (var part : options.parts()) {
            names.addAll(
                    switch (part) {
                        case "postgres" ->
                                options.oneCluster()
                                        ? List.of("live")
                                        : List.of("live", "archive", "keys");
                        case "kafka" -> List.of("kafka", "kafka-controller");
                        case "mail" -> List.of("smtp", "mailbox");
                        case "keycloak" -> List.of("keycloak", "keycloak-management");
                        default -> List.of(part);
                    });
        }
        return names;
    }

    private List<Part> clusters() {
        if (options.oneCluster()) {
            return List.of(cluster("postgres", "live", "live", "archive", "keys"));
        }
        return List.of(
                cluster("postgres-live", "live", "live"),
                cluster("postgres-archive", "archive", "archive"),
                cluster("postgres-keys", "keys", "keys"));
    }

    private Part cluster(String name, String port, String... scripts) {
        var directory = options.directories().deploy().resolve("postgres");
        var applied = new ArrayList<RoleScript>();
        for (var script : scripts) {
            applied.add(new RoleScript(directory.resolve(script + ".sql")));
        }
        return new PostgresCluster(name, ports.of(port), options.directories(), applied);
    }

    private Part service(String name) {
        for (var service : ServiceName.values()) {
            if (service.text().equals(name)) {
                return new Service(service, environments, needed());
            }
        }
        throw new StackFailure(
                "unknown part %s; there are postgres, kafka, mail, keycloak, services, %s"
                        .formatted(name, String.join(", ", ServiceName.names())));
    }

    private Set<String> needed() {
        var needed = new LinkedHashSet<String>();
        for (var name : options.parts()) {
            switch (name) {
                case "postgres" -> clusters().forEach(cluster -> needed.add(cluster.name()));
                case "kafka", "mail", "keycloak" -> needed.add(name);
                default -> {
                    // services do not wait for each other
                }
            }
        }
        return needed;
    }
}
