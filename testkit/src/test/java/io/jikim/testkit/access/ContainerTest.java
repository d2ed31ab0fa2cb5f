package io.jikim.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ContainerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consent-service",
                "identity-verification-service",
                "audit-log-service",
                "retention-service"
            })
    void C1_a_service_runs_with_nothing_that_it_does_not_need(String service) throws IOException {
        var container = container(service);

        assertThat(container)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsKey("mem_limit")
                .doesNotContainKeys("privileged", "cap_add", "network_mode", "pid");
        assertThat(container.get("security_opt").toString()).contains("no-new-privileges");
    }

    @Test
    void C1_its_image_has_a_user_of_its_own_and_says_when_it_is_well() throws IOException {
        var lines =
                Files.readAllLines(ProjectRoot.find().resolve("deploy/compose/service.Dockerfile"));

        assertThat(lines)
                .anyMatch(line -> line.matches("USER (?!root|0).+"))
                .anyMatch(line -> line.startsWith("HEALTHCHECK"))
                .noneMatch(line -> line.matches("(?i).*(PASSWORD|SECRET|TOKEN)=.*"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> container(String service) throws IOException {
        try (var file = Files.newBufferedReader(ProjectRoot.find().resolve("docker-compose.yml"))) {
            Map<String, Object> all = new Yaml().load(file);
            var services = (Map<String, Object>) all.get("services");
            return (Map<String, Object>) services.get(service);
        }
    }
}
