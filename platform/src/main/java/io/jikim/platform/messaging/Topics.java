package io.jikim.platform.messaging;

import io.jikim.contracts.EventTypes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/// Creates the topics that are missing; where somebody else made them, `deploy/kafka` says the same
/// of them. A dead-letter topic forgets as fast as its topic: it holds the copy that nobody thinks
/// of.
@Singleton
public class Topics {

    static final int PARTITIONS = 6;

    /// What services tell each other about events; forgotten after a day, because what is still
    /// wanted is asked for again.
    public static final String REPLAYS = "jikim.replays";

    /// How far each speaker has come, kept outside its database; the last word of each key counts.
    static final String EPOCHS = "jikim.epochs";

    private static final String KEPT = millis(Duration.ofDays(7));
    private static final String TEN_MINUTES = millis(Duration.ofMinutes(10));
    private static final String ONE_DAY = millis(Duration.ofDays(1));

    private final Broker broker;

    Topics(Broker broker) {
        this.broker = broker;
    }

    static String deadLettersOf(String topic) {
        return topic + ".dead-letter";
    }

    /// @throws ExecutionException where the broker is away
    void createMissing() throws InterruptedException, ExecutionException {
        var known =
                EventTypes.ALL.stream()
                        .map(EventTypes.EventType::topic)
                        .collect(Collectors.toUnmodifiableSet());
        var present = broker.admin().listTopics().names().get();
        List<NewTopic> missing = new ArrayList<>();
        for (String topic : known) {
            missing.add(topic(topic, PARTITIONS, settingsOf(topic)));
            missing.add(topic(deadLettersOf(topic), 1, kept()));
        }
        missing.add(topic(REPLAYS, 1, settingsOf(REPLAYS)));
        missing.add(topic(EPOCHS, 1, settingsOf(EPOCHS)));
        missing.removeIf(topic -> present.contains(topic.name()));
        for (var created : broker.admin().createTopics(missing).values().values()) {
            orExists(created);
        }
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }

    static Map<String, String> settingsOf(String topic) {
        return switch (topic) {
            case EventTypes.POLICY ->
                    Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, ONE_DAY,
                            TopicConfig.DELETE_RETENTION_MS_CONFIG, ONE_DAY,
                            TopicConfig.SEGMENT_MS_CONFIG, ONE_DAY);
            case REPLAYS ->
                    Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                            TopicConfig.RETENTION_MS_CONFIG, ONE_DAY,
                            TopicConfig.SEGMENT_MS_CONFIG, ONE_DAY);
            // Read whole at every start, so it is kept short.
            case EPOCHS ->
                    Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG,
                            TopicConfig.CLEANUP_POLICY_COMPACT,
                            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                            TEN_MINUTES,
                            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
                            "0.01",
                            TopicConfig.SEGMENT_MS_CONFIG,
                            TEN_MINUTES);
            default -> kept();
        };
    }

    // Only closed segments are removed, so a segment must not stay open for long.
    private static Map<String, String> kept() {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.RETENTION_MS_CONFIG, KEPT);
        settings.put(TopicConfig.SEGMENT_MS_CONFIG, ONE_DAY);
        return settings;
    }

    // Four services start at the same time.
    private static void orExists(KafkaFuture<Void> created)
            throws InterruptedException, ExecutionException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
