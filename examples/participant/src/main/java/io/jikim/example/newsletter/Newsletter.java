package io.jikim.example.newsletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.example.newsletter.Retention.Identifiers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Reads erasure facts, obeys them and acknowledges. One thread; the place in the topic is
/// committed only after the answer has been sent, and an answer that stands in the database is sent
/// again rather than worked out again.
public final class Newsletter {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// All that this service holds is advertising data.
    static final String CATEGORY = "marketing";

    private final Settings settings;
    private final SigningKey key;
    private final Retention retention;
    private final Subscribers subscribers;
    private final KafkaProducer<String, String> producer;

    private Newsletter(Settings settings, Subscribers subscribers)
            throws IOException, GeneralSecurityException {
        this.settings = settings;
        this.subscribers = subscribers;
        key = SigningKey.in(settings.key());
        retention = new Retention(settings);
        producer =
                new KafkaProducer<>(
                        connectedBy(
                                Map.of(
                                        ProducerConfig.ACKS_CONFIG,
                                        "all",
                                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                        true)),
                        new StringSerializer(),
                        new StringSerializer());
    }

    public static void main(String[] arguments) throws Exception {
        var settings = Settings.from(System.getenv());
        try (var subscribers = new Subscribers(settings.database())) {
            new Newsletter(settings, subscribers).run();
        }
    }

    private void run() throws Exception {
        retention.register(key.publicKey());
        System.out.println("newsletter: registered");
        try (var consumer = consumer()) {
            consumer.subscribe(List.of("jikim.retention"));
            while (!Thread.currentThread().isInterrupted()) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (settings.tenant().equals(header(record, "ce_tenant"))) {
                        take(record);
                    }
                }
                freezeWhomJikimCanNameNow();
                consumer.commitSync();
            }
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                connectedBy(
                        Map.of(
                                ConsumerConfig.GROUP_ID_CONFIG,
                                "newsletter-" + settings.tenant(),
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                // a killed predecessor is given up after this, so a restart goes on
                                // soon
                                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                                6_000,
                                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                                2_000)),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private Map<String, Object> connectedBy(Map<String, Object> more) {
        var all = new HashMap<>(settings.kafka());
        all.putAll(more);
        return all;
    }

    private void take(ConsumerRecord<String, String> record) throws Exception {
        switch (header(record, "ce_type")) {
            case "io.jikim.erasure.opened.v1" -> opened(JSON.readTree(record.value()));
            case "io.jikim.erasure.ordered.v1" -> ordered(JSON.readTree(record.value()));
            default -> {}
        }
    }

    private void opened(JsonNode opened) throws SQLException {
        for (var participant : opened.path("participants")) {
            if (participant.asText().equals(Settings.NAME)) {
                subscribers.remember(id(opened, "caseId"), id(opened, "subjectRef"));
            }
        }
    }

    private void freezeWhomJikimCanNameNow() throws Exception {
        for (var open : subscribers.openCases().entrySet()) {
            switch (retention.of(open.getKey())) {
                case Identifiers.Known(var user) -> freeze(open.getKey(), open.getValue(), user);
                case Identifiers.NotYet _ -> {}
                case Identifiers.Over _ -> subscribers.forget(open.getKey());
            }
        }
    }

    private void freeze(UUID caseId, UUID subject, String user) throws Exception {
        var answer = Acknowledgement.frozen(caseId, Instant.now());
        subscribers.freeze(user, caseId, answer);
        send(subject, answer);
    }

    private void ordered(JsonNode ordered) throws Exception {
        var caseId = id(ordered, "caseId");
        var subject = id(ordered, "subjectRef");
        var round = ordered.path("round").asInt();
        var earlier = subscribers.answer(caseId, "DONE", round);
        if (earlier.isPresent()) {
            send(subject, earlier.get());
            return;
        }
        freezeWhomJikimCanNameNow();
        if (retention.of(caseId) instanceof Identifiers.Known(var user)) {
            carryOut(ordered, caseId, user, round);
            send(subject, subscribers.answer(caseId, "DONE", round).orElseThrow());
        }
    }

    private void carryOut(JsonNode ordered, UUID caseId, String user, int round) throws Exception {
        var count = subscribers.count(user);
        var results = new ArrayList<Map<String, Object>>();
        var erase = false;
        for (var order : ordered.path("orders")) {
            if (order.path("category").asText().equals(CATEGORY)) {
                var disposition = order.path("disposition").asText();
                results.add(Acknowledgement.result(CATEGORY, disposition, count));
                erase = disposition.equals("ERASE");
            }
        }
        var answer = Acknowledgement.done(caseId, round, results, Instant.now());
        if (erase) {
            subscribers.erase(user, caseId, round, answer);
        } else {
            subscribers.leave(user, caseId, round, answer, results.isEmpty());
        }
    }

    private void send(UUID subject, String acknowledgement)
            throws IOException, GeneralSecurityException, ExecutionException, InterruptedException {
        var event =
                new ProducerRecord<>(
                        "jikim.erasure-acknowledgements",
                        subject.toString(),
                        Acknowledgement.event(subject, acknowledgement, key.sign(acknowledgement)));
        var headers =
                Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "io.jikim.erasure.acknowledged.v1",
                        "ce_source",
                        "/" + Settings.NAME,
                        "ce_subject",
                        subject.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_dataschema",
                        "/schemas/io.jikim.erasure.acknowledged.v1.json",
                        "content-type",
                        "application/json",
                        "ce_tenant",
                        settings.tenant());
        headers.forEach(
                (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(event).get();
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static UUID id(JsonNode data, String field) {
        return UUID.fromString(data.path(field).asText());
    }
}
