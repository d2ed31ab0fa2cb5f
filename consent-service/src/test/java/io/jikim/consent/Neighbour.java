package io.jikim.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jikim.contracts.Event;
import io.jikim.contracts.EventTypes;
import io.jikim.testkit.stack.LocalStack;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Another service that tells facts about one subject, in order, on one topic.
public class Neighbour {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private static final Map<String, Long> SAID = new ConcurrentHashMap<>();

    private final String topic;
    private final String tenant;
    private final UUID subject;
    private final String source;

    public Neighbour(String topic, String tenant, UUID subject) {
        this.topic = topic;
        this.tenant = tenant;
        this.subject = subject;
        this.source =
                topic.equals("jikim.identity")
                        ? "/identity-verification-service"
                        : "/retention-service";
    }

    public Neighbour says(Event event) {
        long sequence = SAID.merge(topic + tenant + subject, 1L, Long::sum);
        var type = EventTypes.of(event);
        var message = new ProducerRecord<>(topic, subject.toString(), data(event));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", type.type(),
                        "ce_source", source,
                        "ce_subject", subject.toString(),
                        "ce_dataschema", type.dataschema(),
                        "ce_tenant", tenant,
                        "ce_epoch", "1",
                        "ce_sequence", Long.toString(sequence))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", LocalStack.shared().kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return this;
    }

    private static byte[] data(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
