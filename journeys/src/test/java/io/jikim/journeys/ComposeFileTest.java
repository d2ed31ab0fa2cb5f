package io.jikim.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// What every container of docker-compose.yml is held to; read from the file, without Docker.
class ComposeFileTest {

    private static final Path ROOT = root();
    private static final Map<String, Object> FILE = read("docker-compose.yml");
    private static final Map<String, Map<String, Object>> SERVICES = services(FILE);

    private static final Set<String> OURS =
            Set.of(
                    "consent-service",
                    "identity-verification-service",
                    "audit-log-service",
                    "retention-service");
    private static final Set<String> ENDING = Set.of("secrets", "topics");
    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "\\$\\{JIKIM_ADDRESS:-127\\.0\\.0\\.1}:\\$\\{JIKIM_PORT_[A-Z]+:-\\d+}:\\d+");

    @Test
    void C1_nobody_can_write_to_a_file_system_or_gain_a_right() {
        assertThat(SERVICES)
                .allSatisfy((name, service) -> {
                    assertThat(service.get("read_only")).isEqualTo(true);
                    assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
                    assertThat(service.get("security_opt"))
                            .isEqualTo(List.of("no-new-privileges:true"));
                    assertThat(service).doesNotContainKeys("privileged", "devices", "pid", "ipc");
                });
    }

    @Test
    void C1_memory_and_processes_are_limited() {
        assertThat(SERVICES)
                .allSatisfy((name, service) ->
                        assertThat(service).containsKeys("mem_limit", "pids_limit"));
    }

    @Test
    void C1_only_the_one_that_hands_secrets_out_is_root_and_it_has_no_network() {
        var roots =
                SERVICES.keySet().stream()
                        .filter(name -> user(name).matches("(0|root)(:.*)?"))
                        .toList();

        assertThat(roots).containsExactly("secrets");
        assertThat(SERVICES.get("secrets"))
                .containsEntry("network_mode", "none")
                .containsEntry("restart", "no");
        assertThat(SERVICES)
                .allSatisfy((name, service) -> {
                    if (!name.equals("secrets")) {
                        assertThat(service).doesNotContainKey("cap_add");
                    }
                });
    }

    @Test
    void who_stays_says_when_it_is_ready_and_comes_back_by_itself() {
        assertThat(SERVICES)
                .allSatisfy((name, service) -> {
                    if (!ENDING.contains(name)) {
                        assertThat(service).containsKey("healthcheck");
                        assertThat(service.get("restart")).isEqualTo("unless-stopped");
                    }
                });
        assertThat(OURS)
                .allSatisfy(name ->
                        assertThat(SERVICES.get(name).get("healthcheck").toString())
                                .contains("/q/health/ready"));
    }

    @Test
    void nobody_starts_before_what_it_needs_is_healthy() {
        SERVICES.forEach((name, service) -> {
            var needs = map(service.getOrDefault("depends_on", Map.of()));
            assertThat(needs)
                    .as(name)
                    .allSatisfy((needed, how) ->
                            assertThat(map(how).get("condition"))
                                    .isEqualTo(
                                            ENDING.contains(needed)
                                                    ? "service_completed_successfully"
                                                    : "service_healthy"));
        });
        assertThat(OURS)
                .allSatisfy(name ->
                        assertThat(map(SERVICES.get(name).get("depends_on")).keySet())
                                .contains(
                                        "secrets",
                                        "topics",
                                        "postgres-live",
                                        "postgres-keys",
                                        "kafka",
                                        "keycloak"));
    }

    @Test
    void only_what_people_and_participants_use_is_published_and_on_the_loopback_interface() {
        var published = new TreeSet<String>();
        SERVICES.forEach((name, service) -> {
            for (var port : strings(service.get("ports"))) {
                assertThat(port).matches(LOOPBACK);
                published.add(name);
            }
        });

        assertThat(published)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(OURS.stream(), Stream.of("kafka", "keycloak", "mail"))
                                .toList());
    }

    @Test
    void a_database_is_reached_by_those_only_who_need_it() {
        var members = members();

        assertThat(members.get("archive-db"))
                .containsExactlyInAnyOrder("postgres-archive", "retention-service");
        assertThat(members.get("keys-db"))
                .containsExactlyInAnyOrderElementsOf(with(OURS, "postgres-keys"));
        assertThat(members.get("live-db"))
                .containsExactlyInAnyOrderElementsOf(with(OURS, "postgres-live", "keycloak"));
        assertThat(members.get("bus"))
                .containsExactlyInAnyOrderElementsOf(with(OURS, "kafka", "topics"));
        assertThat(members.get("mail"))
                .containsExactlyInAnyOrder(
                        "mail", "identity-verification-service", "retention-service");
        assertThat(members.get("witness"))
                .containsExactlyInAnyOrder("witness", "audit-log-service");
        assertThat(map(FILE.get("networks")))
                .allSatisfy((name, network) -> {
                    if (name.endsWith("-db") || Set.of("bus", "witness").contains(name)) {
                        assertThat(map(network)).containsEntry("internal", true);
                    }
                });
    }

    @Test
    void no_secret_stands_in_the_file_and_nobody_is_given_another_ones() {
        assertThat(SERVICES)
                .allSatisfy((name, service) ->
                        assertThat(map(service.getOrDefault("environment", Map.of())).keySet())
                                .noneMatch(key ->
                                        key.matches(".*(PASSWORD|SECRET|JAAS).*")
                                                && !key.endsWith("_FILE")));
        var readers = new TreeMap<String, List<String>>();
        SERVICES.forEach((name, service) ->
                strings(service.get("volumes")).stream()
                        .filter(volume -> volume.startsWith("secrets-") && !name.equals("secrets"))
                        .forEach(volume -> {
                            assertThat(volume).endsWith(":/secrets:ro");
                            readers.merge(
                                    volume.replaceFirst(":.*", ""),
                                    List.of(name),
                                    (one, other) ->
                                            Stream.of(one, other).flatMap(List::stream).toList());
                        }));

        assertThat(readers)
                .hasSize(SERVICES.size() - 2)
                .allSatisfy((volume, names) -> assertThat(names).hasSize(1));
    }

    @Test
    void the_witness_alone_has_what_it_keeps_and_holds_nobody_up() {
        var keepers =
                SERVICES.keySet().stream()
                        .filter(name ->
                                strings(SERVICES.get(name).get("volumes"))
                                        .contains("witness:/state"))
                        .toList();

        assertThat(keepers).containsExactly("witness");
        assertThat(map(map(SERVICES.get("audit-log-service").get("depends_on")).get("witness")))
                .containsEntry("required", false);
    }

    @Test
    void only_the_demonstration_has_the_local_profile() {
        assertThat(OURS)
                .allSatisfy(name ->
                        assertThat(map(SERVICES.get(name).get("environment")))
                                .containsEntry("QUARKUS_PROFILE", "prod"));
        var demo = services(read("deploy/compose/demo.yml"));
        assertThat(OURS)
                .allSatisfy(name ->
                        assertThat(map(demo.get(name).get("environment")))
                                .containsEntry("QUARKUS_PROFILE", "local"));
        assertThat(demo.values())
                .flatMap(service -> strings(service.get("ports")))
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    private static Map<String, Set<String>> members() {
        var members = new TreeMap<String, Set<String>>();
        SERVICES.forEach((name, service) ->
                strings(service.get("networks"))
                        .forEach(network ->
                                members.computeIfAbsent(network, _ -> new TreeSet<>()).add(name)));
        return members;
    }

    /// The user that the file names, or else the last one of its image's Dockerfile.
    private static String user(String name) {
        var service = SERVICES.get(name);
        if (service.containsKey("user")) {
            return service.get("user").toString();
        }
        var dockerfile = map(service.get("build")).get("dockerfile").toString();
        return text(dockerfile)
                .lines()
                .filter(line -> line.startsWith("USER "))
                .map(line -> line.substring("USER ".length()))
                .reduce("root", (_, last) -> last);
    }

    private static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    private static Map<String, Object> read(String file) {
        return new Yaml().load(text(file));
    }

    private static Map<String, Map<String, Object>> services(Map<String, Object> file) {
        var services = new TreeMap<String, Map<String, Object>>();
        map(file.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object value) {
        return value == null ? List.of() : (List<String>) value;
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("docker-compose.yml"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
