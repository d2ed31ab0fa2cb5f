package io.jikim.retention.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jikim.contracts.Disposition;
import io.jikim.contracts.ErasureAcknowledged;
import io.jikim.contracts.ErasureAcknowledged.Acknowledgement;
import io.jikim.contracts.ErasureAcknowledged.Evidence;
import io.jikim.contracts.ErasureAcknowledged.Phase;
import io.jikim.contracts.ErasureAcknowledged.Result;
import io.jikim.contracts.Event;
import io.jikim.contracts.EventTypes;
import io.jikim.contracts.Kind;
import io.jikim.contracts.PolicyPublished;
import io.jikim.participant.AcknowledgementSignature;
import io.jikim.platform.crypto.Signer;
import io.jikim.platform.crypto.SigningKeys;
import io.jikim.testkit.stack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Speaks and listens on Kafka in the place of the other services, and looks into the database as
/// nobody else may.
class OtherServices {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();
    private static final Set<Kind> EVERYBODY = Set.of(Kind.values());

    private final String tenant;
    private final SigningKeys keys;
    private final Map<String, Long> sequences = new HashMap<>();

    private ProducerRecord<String, byte[]> last;

    OtherServices(String tenant, SigningKeys keys) {
        this.tenant = tenant;
        this.keys = keys;
    }

    void publishPolicy() {
        say(
                new PolicyPublished(
                        1,
                        "0".repeat(64),
                        LocalDate.of(2022, 3, 1),
                        0,
                        List.of(
                                purpose("service", List.of("email"), List.of("payment-records")),
                                purpose(
                                        "advertising",
                                        List.of("email", "phone"),
                                        List.of("marketing"))),
                        List.of(item("email"), item("phone")),
                        List.of(
                                new PolicyPublished.RetentionRule(
                                        "payment-records", Period.ofYears(5), "법 · Act"))));
    }

    private static PolicyPublished.Purpose purpose(
            String code, List<String> items, List<String> categories) {
        return new PolicyPublished.Purpose(
                code, PolicyPublished.Basis.CONSENT, false, EVERYBODY, items, categories);
    }

    private static PolicyPublished.Item item(String code) {
        return new PolicyPublished.Item(code, "profile", EVERYBODY, Set.of());
    }

    void answerEverything(UUID id, UUID subject) {
        var order = order(id);
        for (var name :
                List.of(
                        "consent-service",
                        "identity-verification-service",
                        "identity-provider",
                        "audit-log-service")) {
            say(signed(name, keys.signer(name), subject, id, order));
        }
    }

    void answer(UUID id, UUID subject, String name, int round) {
        say(signed(name, keys.signer(name), subject, id, order(id)));
    }

    void answer(UUID id, UUID subject, String name, Signer signer, List<Result> results) {
        say(signed(name, signer, subject, id, new Order(1, results)));
    }

    void forge(UUID id, UUID subject) {
        say(signed("consent-service", keys.signer("log"), subject, id, order(id)));
    }

    private record Order(int round, List<Result> results) {}

    private Order order(UUID id) {
        var newest = new ArrayList<Order>();
        org.awaitility.Awaitility.await()
                .until(() -> {
                    newest.clear();
                    for (var payload : published("io.jikim.erasure.ordered.v1")) {
                        var event = JSON.readTree(payload);
                        if (event.path("caseId").asText().equals(id.toString())) {
                            var results = new ArrayList<Result>();
                            for (var line : event.path("orders")) {
                                results.add(result(line));
                            }
                            newest.add(new Order(event.path("round").asInt(), results));
                        }
                    }
                    return !newest.isEmpty();
                });
        return newest.getLast();
    }

    /// What a law would keep is gone already: its period ended long ago.
    private static Result result(JsonNode line) {
        var category = line.path("category").asText();
        var ordered = Disposition.valueOf(line.path("disposition").asText());
        return ordered == Disposition.ARCHIVE
                ? new Result(category, Disposition.ERASE, 1, null, LocalDate.parse("2020-01-31"))
                : new Result(category, ordered, 1, null, null);
    }

    private ErasureAcknowledged signed(
            String name, Signer signer, UUID subject, UUID id, Order order) {
        var said =
                new Acknowledgement(
                        id,
                        name,
                        Phase.DONE,
                        order.round(),
                        order.results(),
                        new Evidence("L2", List.of("key:1:abc")),
                        Instant.now());
        return new ErasureAcknowledged(subject, said, AcknowledgementSignature.of(said, signer));
    }

    void say(Event event) {
        var type = EventTypes.of(event);
        var headers = new HashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", type.type());
        headers.put("ce_source", "/consent-service");
        headers.put("ce_subject", event.key());
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_dataschema", type.dataschema());
        headers.put("ce_tenant", tenant);
        headers.put("ce_epoch", "1");
        headers.put(
                "ce_sequence",
                String.valueOf(sequences.merge(type.topic() + event.key(), 1L, Long::sum)));
        headers.put("content-type", "application/json");
        try {
            var rec =
                    new ProducerRecord<String, byte[]>(
                            type.topic(), event.key(), JSON.writeValueAsBytes(event));
            headers.forEach((name, value) ->
                    rec.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            last = rec;
            sayAgain();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The last event under its own id and number, as a replay tells it.
    void sayAgain() {
        try (var producer =
                new KafkaProducer<String, byte[]>(
                        Map.of("bootstrap.servers", LocalStack.shared().kafka(), "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(last).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> accessRecordsOf(UUID subject) {
        return published("io.jikim.access.recorded.v1").stream()
                .filter(payload -> payload.contains(subject.toString()))
                .toList();
    }

    /// What the service left in its outbox for this tenant, sent or not, oldest first.
    List<String> published(String type) {
        var found = new ArrayList<String>();
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("retention"));
                var statement =
                        connection.prepareStatement(
                                "select payload from (select payload, event_id from outbox where type = ? and tenant = ?"
                                        + " union select payload, event_id from event_log where type = ? and tenant = ?) x order by event_id")) {
            statement.setString(1, type);
            statement.setString(2, tenant);
            statement.setString(3, type);
            statement.setString(4, tenant);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }
}
