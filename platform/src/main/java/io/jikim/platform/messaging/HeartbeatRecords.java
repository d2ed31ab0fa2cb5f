package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import io.jikim.platform.time.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Heartbeats as records: each stream is spoken of in the partition of its events. They look like
/// events of a type that nobody has agreed to, so an older reader passes them over.
@Singleton
class HeartbeatRecords {

    private static final String NO_TENANT = "-";
    private static final String SUBJECT = "heartbeat";
    private static final int AT_ONCE = 500;

    private final Ids ids;
    private final String source;

    HeartbeatRecords(
            Ids ids, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.ids = ids;
        this.source = "/" + application;
    }

    /// Where there is nothing to speak of, one says that: silence is an alarm.
    List<ProducerRecord<String, byte[]>> of(
            List<Heartbeat.Reached> reached, String topic, int partitions, Instant at) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        byPartition(reached, partitions)
                .forEach((partition, streams) -> {
                    for (int from = 0; from < streams.size(); from += AT_ONCE) {
                        var some = streams.subList(from, Math.min(from + AT_ONCE, streams.size()));
                        records.add(record(some, topic, partition, at));
                    }
                });
        if (records.isEmpty()) {
            records.add(record(List.of(), topic, 0, at));
        }
        return records;
    }

    // As the producer chooses for an event, whose key is its subject.
    private static Map<Integer, List<Heartbeat.Reached>> byPartition(
            List<Heartbeat.Reached> reached, int partitions) {
        return reached.stream()
                .collect(
                        groupingBy(it ->
                                BuiltInPartitioner.partitionForKey(
                                        it.subject().getBytes(UTF_8), partitions)));
    }

    private ProducerRecord<String, byte[]> record(
            List<Heartbeat.Reached> streams, String topic, int partition, Instant at) {
        var id = ids.next();
        var envelope =
                new Envelope(
                        id,
                        Heartbeat.TYPE,
                        "",
                        at,
                        new Stream(NO_TENANT, SUBJECT, topic, source),
                        new Position(1, 0),
                        new Trail(id.toString(), null, Traceparent.begin()));
        var written = CloudEvents.write(envelope, new Heartbeat(source, topic, streams).json());
        return new ProducerRecord<>(
                topic, partition, written.key(), written.value(), written.headers());
    }
}
