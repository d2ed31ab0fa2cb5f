package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jikim.testkit.stack.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What stands on the topics, and records that came from nowhere.
class Wire {

    private Wire() {}

    /// The records of a subject in their order, as soon as there are as many.
    static List<ConsumerRecord<String, byte[]>> read(String topic, String key, int atLeast) {
        return read(topic, key, found -> found.size() >= atLeast);
    }

    /// The records of a subject in their order, as soon as the one with this number is there.
    static List<ConsumerRecord<String, byte[]>> readUpTo(String topic, String key, long sequence) {
        return read(topic, key, found -> sequences(found).contains(sequence));
    }

    private static List<ConsumerRecord<String, byte[]>> read(
            String topic, String key, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", LocalStack.shared().kafka()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(at -> new TopicPartition(topic, at.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            var deadline = Instant.now().plusSeconds(20);
            while (!enough.test(found) && Instant.now().isBefore(deadline)) {
                for (var next : consumer.poll(Duration.ofMillis(100))) {
                    if (key.equals(next.key())) {
                        found.add(next);
                    }
                }
            }
            found.sort(Comparator.comparingLong(ConsumerRecord::offset));
            return found;
        }
    }

    static String header(ConsumerRecord<String, byte[]> received, String name) {
        var header = received.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    static List<Long> sequences(List<ConsumerRecord<String, byte[]>> received) {
        return received.stream().map(it -> Long.valueOf(header(it, "ce_sequence"))).toList();
    }

    /// A record as the relay of a service named `elsewhere` would have sent it.
    static ConsumerRecord<String, byte[]> given(UUID subject, long sequence) {
        return record(
                subject,
                sequence,
                "io.jikim.consent.given.v1",
                EventJson.write(Facts.given(subject, "p" + sequence)));
    }

    static ConsumerRecord<String, byte[]> record(
            UUID subject, long sequence, String type, String payload) {
        return record("ompass", subject, sequence, type, payload);
    }

    static ConsumerRecord<String, byte[]> record(
            String tenant, UUID subject, long sequence, String type, String payload) {
        var id = UUID.randomUUID();
        return received(
                new Envelope(
                        id,
                        type,
                        "/schemas/" + type + ".json",
                        Facts.NOON,
                        new Stream(tenant, subject.toString(), "jikim.consent", "/elsewhere"),
                        new Position(1, sequence),
                        new Trail(id.toString(), null, Traceparent.begin())),
                payload);
    }

    static ConsumerRecord<String, byte[]> received(Envelope envelope, String payload) {
        var sent = CloudEvents.write(envelope, payload);
        var received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }

    static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]> received) {
        return poll(List.of(received));
    }

    /// What one poll finds, in this order.
    static ConsumerRecords<String, byte[]> poll(List<ConsumerRecord<String, byte[]>> received) {
        var place = new TopicPartition("jikim.consent", 0);
        return new ConsumerRecords<>(Map.of(place, received), Map.of());
    }
}
