package io.jikim.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/// How many records each of this service's readers has not taken yet, by group and topic.
@Singleton
class ConsumerLag {

    private static final Logger LOG = Logger.getLogger(ConsumerLag.class);
    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String GROUP = ".group.id";

    private final Broker broker;
    private final Config config;
    private final MultiGauge gauges;

    ConsumerLag(Broker broker, Config config, MeterRegistry registry) {
        this.broker = broker;
        this.config = config;
        this.gauges = MultiGauge.builder("jikim.consumer.lag").register(registry);
    }

    @Scheduled(
            every = "15s",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            gauges.register(
                    groups().stream()
                            .flatMap(group ->
                                    lagOf(group).entrySet().stream()
                                            .map(lag ->
                                                    MultiGauge.Row.of(
                                                            Tags.of(
                                                                    "group",
                                                                    group,
                                                                    "topic",
                                                                    lag.getKey()),
                                                            lag.getValue())))
                            .collect(Collectors.toList()),
                    true);
        } catch (RuntimeException e) {
            // The last one that was known would say for ever that a reader keeps up.
            gauges.register(List.of(), true);
            LOG.debugf("The lag is not known: %s", e.getClass().getSimpleName());
        }
    }

    private Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(INCOMING) && name.endsWith(GROUP)) {
                config.getOptionalValue(name, String.class).ifPresent(groups::add);
            }
        }
        return groups;
    }

    private Map<String, Long> lagOf(String group) {
        try {
            var reached =
                    broker.admin()
                            .listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get(5, TimeUnit.SECONDS);
            var ends =
                    broker.admin()
                            .listOffsets(
                                    reached.keySet().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            it -> it, _ -> OffsetSpec.latest())))
                            .all()
                            .get(5, TimeUnit.SECONDS);
            Map<String, Long> lag = new TreeMap<>();
            ends.forEach((partition, end) -> {
                var taken = reached.get(partition);
                long behind = taken == null ? 0 : end.offset() - taken.offset();
                lag.merge(partition.topic(), Math.max(0, behind), Long::sum);
            });
            return lag;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLater("The service is stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new RetryLater("The broker does not say", e);
        }
    }
}
