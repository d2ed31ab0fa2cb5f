package io.jikim.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jikim.contracts.Event;
import io.jikim.contracts.EventTypes;
import io.jikim.testkit.stack.LocalStack;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Speaks to the service as the others do, and listens to what it says.
final class Bus {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();
    private static final Map<String, Long> SEQUENCES = new HashMap<>();

    private Bus() {}

    /// Says the fact as the next one about its subject.
    static synchronized void say(String tenant, String source, Event event) {
        var type = EventTypes.of(event);
        var stream = tenant + "|" + event.key() + "|" + type.topic() + "|" + source;
        send(tenant, source, event, SEQUENCES.merge(stream, 1L, Long::sum), UUID.randomUUID());
    }

    private static void send(String tenant, String source, Event event, long sequence, UUID id) {
        var type = EventTypes.of(event);
        var key = type.topic().equals(EventTypes.POLICY) ? tenant : event.key();
        var sent = new ProducerRecord<>(type.topic(), key, json(event).getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_type", type.type(),
                        "ce_source", source,
                        "ce_subject", event.key(),
                        "ce_time", Instant.now().toString(),
                        "ce_tenant", tenant,
                        "ce_epoch", "1",
                        "ce_sequence", String.valueOf(sequence))
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(UTF_8)));
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers", LocalStack.shared().kafka(), "acks", "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(sent);
        }
    }

    /// The data of every fact of this type that the service has told, or is about to tell.
    static List<JsonNode> told(String tenant, String type) {
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("identity"));
                var query =
                        connection.prepareStatement(
                                """
                                select payload, sequence from outbox where tenant = ? and type = ?
                                union
                                select payload, sequence from event_log where tenant = ? and type = ?
                                order by 2
                                """)) {
            for (int i = 1; i < 5; i += 2) {
                query.setString(i, tenant);
                query.setString(i + 1, "io.jikim." + type + ".v1");
            }
            var facts = new ArrayList<JsonNode>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    facts.add(JSON.readTree(rows.getString(1)));
                }
            }
            return facts;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
