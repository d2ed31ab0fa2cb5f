package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.contracts.EventTypes;
import io.jikim.testkit.stack.LocalStack;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void the_stack_makes_topics_as_the_services_would() throws Exception {
        try (var admin =
                Admin.create(
                        Map.<String, Object>of("bootstrap.servers", LocalStack.shared().kafka()))) {
            var topics =
                    EventTypes.ALL.stream()
                            .map(EventTypes.EventType::topic)
                            .collect(Collectors.toUnmodifiableSet());
            var all = new HashSet<>(topics);
            all.addAll(Set.of(Topics.REPLAYS, Topics.EPOCHS));
            var described = admin.describeTopics(topics).allTopicNames().get();
            var configured =
                    admin.describeConfigs(
                                    all.stream()
                                            .map(name ->
                                                    new ConfigResource(
                                                            ConfigResource.Type.TOPIC, name))
                                            .toList())
                            .all()
                            .get();

            assertThat(described.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(Topics.PARTITIONS));
            assertThat(configured)
                    .allSatisfy((topic, config) ->
                            assertThat(config.entries())
                                    .filteredOn(entry ->
                                            Topics.settingsOf(topic.name())
                                                    .containsKey(entry.name()))
                                    .extracting(ConfigEntry::name, ConfigEntry::value)
                                    .containsExactlyInAnyOrderElementsOf(
                                            Topics.settingsOf(topic.name()).entrySet().stream()
                                                    .map(setting ->
                                                            org.assertj.core.groups.Tuple.tuple(
                                                                    setting.getKey(),
                                                                    setting.getValue()))
                                                    .toList()));
        }
    }
}
