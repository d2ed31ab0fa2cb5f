package io.jikim.journeys.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jikim.journeys.Patience;
import io.jikim.journeys.Stage;
import io.jikim.journeys.StoryBroken;
import io.jikim.journeys.stack.RunningStack;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The topics, as somebody uses them who may write what he likes.
final class Bus implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    Bus(Stage stage) {
        Map<String, Object> settings = Map.of("bootstrap.servers", stage.get("JIKIM_KAFKA"));
        producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        admin = Admin.create(settings);
    }

    void tell(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
    }

    void tell(String topic, String key, Map<String, String> headers, String body) {
        var record = new ProducerRecord<>(topic, key.getBytes(UTF_8), body.getBytes(UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record);
    }

    /// Returns when every service has dealt with everything that stands on the topics now.
    void awaitReaders() {
        producer.flush();
        for (var service : RunningStack.SERVICES) {
            Patience.until(
                    service + " has read everything",
                    Duration.ofMinutes(2),
                    () -> upToDate(service));
        }
    }

    private boolean upToDate(String group) {
        try {
            var reached =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            var ends =
                    admin.listOffsets(
                                    reached.keySet().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            partition -> partition,
                                                            _ -> OffsetSpec.latest())))
                            .all()
                            .get();
            return !ends.isEmpty()
                    && ends.entrySet().stream()
                            .allMatch(end -> {
                                var offset = reached.get(end.getKey());
                                return offset != null && offset.offset() >= end.getValue().offset();
                            });
        } catch (ExecutionException e) {
            throw new StoryBroken("The offsets of " + group + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
