package io.jikim.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class AccessTableTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> SERVICES = List.copyOf(ServiceName.names());

    private final AccessTable table =
            AccessTable.read(ROOT.resolve("deploy/kafka/access.properties"));

    AccessTableTest() throws IOException {}

    @Test
    void AZ10_nobody_but_its_speaker_writes_a_topic() {
        assertThat(writersOf("jikim.policy")).containsExactly("consent-service");
        assertThat(writersOf("jikim.consent")).containsExactly("consent-service");
        assertThat(writersOf("jikim.identity")).containsExactly("identity-verification-service");
        assertThat(writersOf("jikim.retention")).containsExactly("retention-service");
        assertThat(writersOf("jikim.audit-receipts")).containsExactly("audit-log-service");
    }

    @Test
    void AZ10_a_participant_writes_acknowledgements_only() {
        var writes =
                table.of("newsletter", AccessTable.PARTICIPANT).stream()
                        .filter(right -> right.entry().operation() == AclOperation.WRITE)
                        .map(right -> right.pattern().name());

        assertThat(writes).containsExactly("jikim.erasure-acknowledgements");
    }

    @Test
    void a_service_may_read_every_topic_that_it_listens_to_and_no_other() throws IOException {
        for (var service : SERVICES) {
            var listened = new TreeSet<String>();
            var properties = new Properties();
            try (var file =
                    Files.newBufferedReader(
                            ROOT.resolve(service + "/src/main/resources/application.properties"))) {
                properties.load(file);
            }
            properties.forEach((name, value) -> {
                if (name.toString().matches("mp\\.messaging\\.incoming\\..+\\.topics?")) {
                    listened.addAll(Arrays.asList(value.toString().split(",")));
                }
            });
            assertThat(table.topics(service, "read"))
                    .as(service)
                    .containsExactlyInAnyOrderElementsOf(listened);
        }
    }

    @Test
    void every_topic_of_the_table_is_made() throws IOException {
        var made = new Properties();
        try (var file = Files.newBufferedReader(ROOT.resolve("deploy/kafka/topics.properties"))) {
            made.load(file);
        }
        for (var service : SERVICES) {
            table.of(service, service).stream()
                    .filter(right ->
                            right.pattern().resourceType() == ResourceType.TOPIC
                                    && right.pattern().patternType() == PatternType.LITERAL)
                    .forEach(right -> assertThat(made).containsKey(right.pattern().name()));
        }
    }

    @Test
    void an_account_that_the_table_does_not_know_is_refused() {
        assertThatThrownBy(() -> table.of("stranger", "stranger"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("stranger.write");
    }

    private List<String> writersOf(String topic) {
        return SERVICES.stream()
                .filter(service -> table.topics(service, "write").contains(topic))
                .toList();
    }
}
