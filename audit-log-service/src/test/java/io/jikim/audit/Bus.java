package io.jikim.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jikim.contracts.AccessRecorded;
import io.jikim.contracts.Event;
import io.jikim.contracts.EventTypes;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.crypto.BusSeal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Speaks on the bus as another service would.
@ApplicationScoped
class Bus {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private static final Instant MORNING = Instant.parse("2026-11-24T01:02:03.456789Z");

    private final KafkaProducer<String, byte[]> producer;
    private final BusSeal seal;
    private final Map<String, AtomicLong> sequences = new ConcurrentHashMap<>();

    Bus(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, BusSeal seal) {
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.seal = seal;
    }

    AccessRecorded access(String code, String actor, String from, UUID... subjects) {
        return accessAt(MORNING, code, actor, from, subjects);
    }

    AccessRecorded accessAt(Instant at, String code, String actor, String from, UUID... subjects) {
        return sealed(at, code, actor, "{\"from\":\"" + from + "\"}", subjects);
    }

    /// What is sealed word for word.
    AccessRecorded accessWith(String code, String sealed) {
        return sealed(MORNING, code, "staff-1", sealed, UUID.randomUUID());
    }

    private AccessRecorded sealed(
            Instant at, String code, String actor, String json, UUID... subjects) {
        var context = sealed(code, json);
        return new AccessRecorded(
                new AccessRecorded.Actor(actor, "STAFF"),
                "READ",
                "people/profile",
                List.of(subjects),
                "CUSTOMER_REQUEST",
                Base64.getEncoder().encodeToString(context),
                at);
    }

    private byte[] sealed(String code, String json) {
        return TenantScope.call(
                new Tenant(code),
                () -> seal.seal("access.recorded", json.getBytes(StandardCharsets.UTF_8)));
    }

    UUID tell(String code, Event event) {
        var id = UUID.randomUUID();
        tell(code, id, event);
        return id;
    }

    void tell(String code, UUID id, Event event) {
        try {
            var type = EventTypes.of(event);
            send(type.topic(), code, id, type.type(), event.key(), JSON.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void send(String topic, String code, UUID id, String type, String subject, byte[] data) {
        sendAs(sourceOn(topic), topic, code, id, type, subject, data);
    }

    /// Says in the name of somebody else what is for another to say.
    void tellAs(String source, String code, UUID id, Event event) {
        try {
            var type = EventTypes.of(event);
            var data = JSON.writeValueAsBytes(event);
            sendAs(source, type.topic(), code, id, type.type(), event.key(), data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sourceOn(String topic) {
        return switch (topic) {
            case EventTypes.IDENTITY -> "/identity-verification-service";
            case EventTypes.RETENTION -> "/retention-service";
            case EventTypes.ACKNOWLEDGEMENTS -> "/newsletter";
            default -> "/consent-service";
        };
    }

    private void sendAs(
            String source,
            String topic,
            String code,
            UUID id,
            String type,
            String subject,
            byte[] data) {
        var record = new ProducerRecord<>(topic, subject, data);
        Map.of(
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        type,
                        "ce_tenant",
                        code,
                        "ce_subject",
                        subject,
                        "ce_source",
                        source,
                        "ce_time",
                        "2026-11-24T01:02:03.456789Z",
                        "ce_epoch",
                        "1",
                        "ce_sequence",
                        Long.toString(next(topic + code + subject)))
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    private long next(String stream) {
        return sequences.computeIfAbsent(stream, s -> new AtomicLong()).incrementAndGet();
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
