package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ActionTest {
    private static final Pattern TOLD =
            Pattern.compile(
                    "(?:[aA]ccess(?:\\.to)?|own)\\(\"([^\"]+)\"|\"JIKIM_SERVICE\"\\),\\s*\"([^\"]+)\"");
    private static final List<String> SERVICES =
            List.of(
                    "consent-service",
                    "identity-verification-service",
                    "audit-log-service",
                    "retention-service");

    @Test
    void every_action_that_a_service_of_ours_tells_of_is_in_the_catalogue() throws IOException {
        var told = new TreeSet<String>();
        for (var service : SERVICES) {
            try (var files = Files.walk(ProjectRoot.find().resolve(service + "/src/main/java"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    told.addAll(actions(file));
                }
            }
        }

        assertThat(told).contains("consents.read", "SEARCH", "identity.address:send");
        assertThat(Arrays.stream(Action.values()).map(Action::code)).containsAll(told);
    }

    @Test
    void each_has_a_code_of_its_own() {
        assertThat(Arrays.stream(Action.values()).map(Action::code)).doesNotHaveDuplicates();
    }

    private static List<String> actions(Path file) throws IOException {
        return TOLD.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toList());
    }
}
