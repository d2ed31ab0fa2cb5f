package io.jikim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// One record as it stands in Kafka, read by nobody's library but Kafka's own.
///
/// @param place topic, partition and offset
public record Told(
        String topic, String place, String key, Map<String, String> headers, String body) {

    /// A sequence of facts about one subject by one speaker.
    public record Stream(String subject, String topic, String source, String epoch) {}

    /// Everything on every topic of ours, in the order of each partition.
    public static List<Told> everything(String broker) {
        return records(broker, _ -> true).stream().map(Told::of).toList();
    }

    /// What was told of one tenant.
    public static List<Told> about(String tenant, String broker) {
        return records(broker, record -> of(record).tenant().equals(tenant)).stream()
                .map(Told::of)
                .toList();
    }

    /// The records that are wanted, as Kafka has them; the others are let go at once, for a topic
    /// may be larger than the memory here.
    public static List<ConsumerRecord<byte[], byte[]>> records(
            String broker, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        try (var consumer = consumer(broker)) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (wanted.test(record)) {
                        records.add(record);
                    }
                }
            }
            return records;
        }
    }

    static KafkaConsumer<byte[], byte[]> consumer(String broker) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "fetch.max.bytes", 4_000_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().startsWith("jikim."))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    public static Told of(ConsumerRecord<byte[], byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new Told(
                record.topic(),
                record.topic() + "-" + record.partition() + "@" + record.offset(),
                text(record.key()),
                headers,
                text(record.value()));
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String id() {
        return header("ce_id");
    }

    public String tenant() {
        return header("ce_tenant");
    }

    /// What a service says is; the answers of a participant outside of Jikim stand alone.
    public boolean isNumbered() {
        return !header("ce_sequence").isEmpty();
    }

    public long sequence() {
        return Long.parseLong(header("ce_sequence"));
    }

    public Stream stream() {
        return new Stream(header("ce_subject"), topic, header("ce_source"), header("ce_epoch"));
    }

    /// `erasure.ordered`, without the prefix and the version that every type has.
    public String fact() {
        return header("ce_type").replaceAll("^io\\.jikim\\.|\\.v\\d+$", "");
    }

    public JsonNode data() {
        try {
            return Api.JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
