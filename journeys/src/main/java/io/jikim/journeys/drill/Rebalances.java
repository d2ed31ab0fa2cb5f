package io.jikim.journeys.drill;

import io.jikim.journeys.StoryBroken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Strangers join the services' consumer groups and leave them again, one after the other, while
/// the members leave. Each takes partitions from the service, reads from them, and commits nothing.
final class Rebalances {

    private static final int TIMES = 4;
    private static final Map<String, List<String>> GROUPS =
            Map.of(
                    "consent-service", List.of("jikim.identity", "jikim.retention"),
                    "identity-verification-service", List.of("jikim.retention"),
                    "audit-log-service", List.of("jikim.consent", "jikim.identity"),
                    "retention-service",
                            List.of("jikim.consent", "jikim.erasure-acknowledgements"));

    private Rebalances() {}

    static void storm(Field field) throws Exception {
        var storm =
                CompletableFuture.runAsync(() -> storm(field.scene().stage().get("JIKIM_KAFKA")));
        field.terminateAll();
        storm.get(5, TimeUnit.MINUTES);
    }

    private static void storm(String broker) {
        for (int time = 0; time < TIMES; time++) {
            GROUPS.forEach((group, topics) -> joinAndLeave(broker, group, topics));
        }
    }

    private static void joinAndLeave(String broker, String group, List<String> topics) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        group,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest");
        try (var stranger =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            stranger.subscribe(topics);
            long end = System.nanoTime() + Field.SOON.toNanos();
            while (stranger.assignment().isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new StoryBroken("Nobody gets a partition of " + group);
                }
                stranger.poll(Duration.ofMillis(200));
            }
            stranger.poll(Duration.ofMillis(200));
        }
    }
}
