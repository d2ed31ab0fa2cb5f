package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.contracts.ConsentGiven;
import io.jikim.testkit.stack.Stack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class InboxTest {

    @Inject Desk desk;
    @Inject Inbox inbox;
    @Inject Outbox outbox;
    @Inject MeterRegistry meters;

    private final String consumer = "inbox-" + UUID.randomUUID();
    private final UUID subject = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void an_event_that_comes_twice_has_its_effect_once() {
        var event = Wire.given(subject, 1);

        receive(event, event, Wire.given(subject, 1));

        assertThat(desk.effects(consumer, subject)).containsExactly("p1");
    }

    /// The database of its speaker was restored, and nobody noticed.
    @Test
    void another_event_under_a_number_that_was_heard_is_counted_as_never_seen() {
        double before = unheard();
        var heard = Wire.given(subject, 1);
        receive(heard, heard);
        assertThat(unheard()).isEqualTo(before);

        receive(Wire.given(subject, 1), Wire.given(subject, 2));

        assertThat(unheard()).isEqualTo(before + 1);
        assertThat(desk.effects(consumer, subject)).containsExactly("p1", "p2");
    }

    @Test
    void each_consumer_has_its_own_effect() {
        var event = Wire.given(subject, 1);

        receive(event);
        inbox.receive(
                consumer + "-b", Wire.poll(event), fact -> desk.effect(consumer + "-b", fact));

        assertThat(desk.effects(consumer, subject)).containsExactly("p1");
        assertThat(desk.effects(consumer + "-b", subject)).containsExactly("p1");
    }

    @Test
    void a_gap_parks_only_its_subject() {
        receive(
                Wire.given(subject, 1),
                Wire.given(subject, 3),
                Wire.given(other, 1),
                Wire.given(subject, 4),
                Wire.given(other, 2));

        assertThat(desk.effects(consumer, subject)).containsExactly("p1");
        assertThat(desk.parked(consumer, subject)).containsExactly("3 GAP", "4 BEHIND");
        assertThat(desk.effects(consumer, other)).containsExactly("p1", "p2");
    }

    @Test
    void poison_parks_only_its_subject_and_later_events_wait_behind_it() {
        for (var event :
                List.of(
                        Wire.given(subject, 1),
                        Wire.given(subject, 2),
                        Wire.given(subject, 3),
                        Wire.given(other, 1))) {
            inbox.receive(
                    consumer,
                    Wire.poll(event),
                    fact -> {
                        desk.effect(consumer, fact);
                        if (((ConsentGiven) fact.event()).purpose().equals("p2")) {
                            throw new IllegalStateException("never works");
                        }
                    });
        }

        assertThat(desk.effects(consumer, subject)).containsExactly("p1");
        assertThat(desk.parked(consumer, subject)).containsExactly("2 POISON", "3 BEHIND");
        assertThat(desk.effects(consumer, other)).containsExactly("p1");
    }

    @Test
    void a_known_fact_that_is_malformed_is_kept_aside_whole() {
        receive(
                Wire.record(subject, 1, "io.jikim.consent.given.v1", "{\"purpose\":\"x\"}"),
                Wire.given(other, 1));

        assertThat(desk.parked(consumer, subject)).containsExactly("1 POISON");
        assertThat(
                        desk.look(
                                "select convert_from(payload, 'UTF8') from parked where subject = ?",
                                subject.toString()))
                .containsExactly("{\"purpose\":\"x\"}");
        assertThat(desk.effects(consumer, other)).containsExactly("p1");
    }

    @Test
    void an_unknown_type_is_counted_and_ignored() {
        double before = unknown();

        receive(
                Wire.record(subject, 1, "io.jikim.consent.sung.v1", "no JSON"),
                Wire.given(subject, 2));

        assertThat(unknown() - before).isEqualTo(1);
        assertThat(desk.effects(consumer, subject)).containsExactly("p2");
        assertThat(desk.parked(consumer, subject)).isEmpty();
    }

    @Test
    void what_passes_by_itself_is_waited_for() {
        var tries = new AtomicInteger();
        inbox.receive(
                consumer,
                Wire.poll(Wire.given(subject, 1)),
                fact -> {
                    desk.effect(consumer, fact);
                    switch (tries.incrementAndGet()) {
                        case 1 -> throw new RetryLater("a peer is away");
                        case 2 -> throw new StorageFailure(new SQLException("gone", "08006"));
                        case 3 -> throw new StorageFailure(new SQLException("lost", "40001"));
                        case 4 -> throw new WebApplicationException(503);
                        case 5 -> throw new StorageFailure(new SQLException("pool is empty"));
                        default -> {}
                    }
                });

        assertThat(tries).hasValue(6);
        assertThat(desk.effects(consumer, subject)).containsExactly("p1");
    }

    @Test
    void an_illegible_record_becomes_a_dead_letter_and_the_next_one_flows() {
        String key = UUID.randomUUID().toString();

        receive(
                new ConsumerRecord<>("jikim.consent", 0, 0, key, "?".getBytes()),
                Wire.given(subject, 1));

        var letters = Wire.read("jikim.consent.dead-letter", key, 1);
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().value()).isEqualTo("?".getBytes());
        assertThat(Wire.header(letters.getFirst(), "dead-letter-reason"))
                .isEqualTo("IllegalArgumentException");
        assertThat(Wire.header(letters.getFirst(), "dead-letter-consumer")).isEqualTo(consumer);
        assertThat(Wire.header(letters.getFirst(), "dead-letter-topic")).isEqualTo("jikim.consent");
        assertThat(desk.effects(consumer, subject)).containsExactly("p1");
    }

    @Test
    void an_illegible_record_without_room_for_its_reason_leaves_its_length_and_hash() {
        String key = UUID.randomUUID().toString();
        byte[] largest = new byte[1024 * 1024 - 130];

        receive(new ConsumerRecord<>("jikim.consent", 0, 7, key, largest), Wire.given(subject, 1));

        var letter = Wire.read("jikim.consent.dead-letter", key, 1).getFirst();
        assertThat(letter.value()).isNull();
        assertThat(Wire.header(letter, "dead-letter-offset")).isEqualTo("7");
        assertThat(Wire.header(letter, "dead-letter-value-length")).isEqualTo("1048446");
        // printf of as many zeros, by sha256sum
        assertThat(Wire.header(letter, "dead-letter-value-sha-256"))
                .isEqualTo("fd7ab4718e3489003e72616fe34ef127ea843e6e22bb09b213e0f50a2e894400");
        assertThat(desk.effects(consumer, subject)).containsExactly("p1");
    }

    @Test
    void an_illegible_record_of_headers_only_leaves_where_it_stood() {
        var headers =
                new ConsumerRecord<String, byte[]>("jikim.consent", 0, 0, subject.toString(), null);
        headers.headers().add("x", new byte[1024 * 1024 - 130]);

        receive(headers, Wire.given(subject, 1));

        assertThat(desk.effects(consumer, subject)).containsExactly("p1");
    }

    @Test
    void what_the_database_cannot_store_does_not_stop_the_partition() {
        var event = Wire.given(subject, 1);
        event.headers().remove("ce_subject").add("ce_subject", new byte[] {'a', 0, 'b'});
        var strange = Wire.record(subject, 1, "io.jikim.consent.given.v1", "\0");
        strange.headers().add("x\0", new byte[] {0, '\\', 'u', '0', '0', '0', '0'});

        receive(event, strange, Wire.given(other, 1));

        assertThat(desk.parked(consumer, subject)).containsExactly("1 POISON");
        assertThat(desk.effects(consumer, other)).containsExactly("p1");
    }

    /// Of 480 and 490 characters that do not compress, together more than an index takes.
    @Test
    void an_event_whose_names_are_too_long_to_be_kept_aside_holds_up_nobody() {
        String key = words(490, 2);
        var event = Wire.record(subject, 1, "io.jikim.erasure.acknowledged.v1", "{");
        event.headers().remove("ce_subject").add("ce_subject", key.getBytes(UTF_8));
        var topic = "jikim.erasure-acknowledgements";

        receive(as("/" + words(480, 1), topic, event), Wire.given(other, 1));

        assertThat(desk.effects(consumer, other)).containsExactly("p1");
    }

    @Test
    void what_cannot_even_be_kept_aside_becomes_a_dead_letter_with_its_reason() {
        String unknown = words(3_000, 3);
        var events = Wire.poll(List.of(Wire.given(subject, 1), Wire.given(other, 1)));

        inbox.receive(unknown, events, fact -> desk.effect(unknown, fact));

        for (UUID each : List.of(subject, other)) {
            var letter = Wire.read("jikim.consent.dead-letter", each.toString(), 1).getFirst();
            assertThat(Wire.header(letter, "dead-letter-reason"))
                    .isEqualTo("it cannot be kept aside: SQLSTATE 54000");
        }
    }

    /// Letters that no compression makes shorter.
    private static String words(int length, int seed) {
        return new Random(seed)
                .ints(length, 0x4e00, 0x9fa5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void what_another_says_on_our_topic_becomes_a_dead_letter() {
        var foreign = as("/newsletter", "jikim.consent", Wire.given(subject, 1));

        receive(foreign, Wire.given(subject, 1));

        var letter = Wire.read("jikim.consent.dead-letter", subject.toString(), 1).getFirst();
        assertThat(Wire.header(letter, "dead-letter-reason"))
                .isEqualTo("its source does not speak on this topic");
        assertThat(desk.effects(consumer, subject)).containsExactly("p1");
    }

    @Test
    void an_id_that_somebody_else_has_said_first_takes_nothing_away() {
        var event = Wire.given(subject, 1);
        var topic = "jikim.erasure-acknowledgements";

        receive(
                as("/newsletter", topic, event),
                as("/consent-service", topic, event),
                event,
                event);

        assertThat(desk.effects(consumer, subject)).containsExactly("p1");
    }

    @Test
    void an_event_that_is_kept_aside_is_settled_by_itself_alone() {
        var event = Wire.given(subject, 2);
        receive(event);

        receive(as("/newsletter", "jikim.erasure-acknowledgements", event));

        assertThat(
                        desk.look(
                                "select state from parked where consumer = ? and topic = 'jikim.consent'",
                                consumer))
                .containsExactly("PARKED");
    }

    /// The same event out of another mouth.
    private static ConsumerRecord<String, byte[]> as(
            String source, String topic, ConsumerRecord<String, byte[]> event) {
        var said = new ConsumerRecord<>(topic, 0, 0, event.key(), event.value());
        event.headers().forEach(said.headers()::add);
        said.headers().remove("ce_source").add("ce_source", source.getBytes(UTF_8));
        return said;
    }

    @Test
    void what_an_effect_tells_names_its_cause() {
        var cause = Wire.given(subject, 1);
        var effect = new ArrayList<UUID>();

        inbox.receive(
                consumer,
                Wire.poll(cause),
                _ -> effect.add(outbox.append(Facts.given(other, "caused"))));

        var caused = Wire.read("jikim.consent", other.toString(), 1).getFirst();
        assertThat(Wire.header(caused, "ce_id")).isEqualTo(effect.getFirst().toString());
        assertThat(Wire.header(caused, "ce_causationid")).isEqualTo(Wire.header(cause, "ce_id"));
        assertThat(Wire.header(caused, "ce_correlationid"))
                .isEqualTo(Wire.header(cause, "ce_correlationid"));
        assertThat(Wire.header(caused, "ce_traceparent"))
                .startsWith(Wire.header(cause, "ce_traceparent").substring(0, 36))
                .isNotEqualTo(Wire.header(cause, "ce_traceparent"));
    }

    @Test
    void what_a_failed_effect_told_is_taken_back() {
        inbox.receive(
                consumer,
                Wire.poll(Wire.given(subject, 1)),
                _ -> {
                    outbox.append(Facts.given(other, "never"));
                    throw new IllegalStateException("after the fact");
                });

        assertThat(desk.waiting(other)).isEmpty();
        assertThat(desk.published(other)).isEmpty();
    }

    @Test
    void a_parked_subject_shows_and_the_service_stays_in_rotation() {
        receive(Wire.given(subject, 7));

        RestAssured.get("/q/health/ready").then().statusCode(200);
        var well = RestAssured.get("/q/health/well").then().statusCode(503).extract().jsonPath();
        assertThat(well.getString("checks.find { it.name == 'parked-subjects' }.status"))
                .isEqualTo("DOWN");
        RestAssured.get("/q/health").then().statusCode(503);
    }

    @Test
    void what_waits_can_be_watched() {
        // a reader that has read nothing has no lag yet
        desk.tell(Facts.given(other, "watched"));

        assertThat(RestAssured.get("/q/metrics").asString())
                .contains(
                        "jikim_outbox_oldest_seconds",
                        "jikim_outbox_rows",
                        "jikim_parked",
                        "jikim_gaps",
                        "jikim_xmin_age_seconds",
                        "jikim_xmin_age_transactions");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(RestAssured.get("/q/metrics").asString())
                                .contains(
                                        "jikim_consumer_lag{group=\"hops\",topic=\"jikim.consent\"}"));
    }

    /// Duplicates, redelivery of whole stretches and any interleaving of subjects change nothing.
    @Test
    void any_history_that_keeps_each_subjects_order_has_each_effect_once_and_in_order() {
        for (long seed = 1; seed <= 8; seed++) {
            var random = new Random(seed);
            var subjects = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            replay(history(random, subjects), random);
            for (var each : subjects) {
                assertThat(desk.effects(consumer, each))
                        .as("seed %d", seed)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 6).mapToObj(n -> "p" + n).toList());
            }
        }
    }

    private static List<ConsumerRecord<String, byte[]>> history(
            Random random, List<UUID> subjects) {
        List<ConsumerRecord<String, byte[]>> history = new ArrayList<>();
        int[] told = new int[subjects.size()];
        while (history.size() < 6 * subjects.size()) {
            int at = random.nextInt(subjects.size());
            if (told[at] < 6) {
                history.add(Wire.given(subjects.get(at), ++told[at]));
            }
        }
        return history;
    }

    private void replay(List<ConsumerRecord<String, byte[]>> history, Random random) {
        int at = 0;
        while (at < history.size()) {
            int to = Math.min(history.size(), at + 1 + random.nextInt(5));
            receive(history.subList(at, to));
            at = to;
            if (random.nextInt(4) == 0) {
                at -= random.nextInt(at);
            }
        }
    }

    @SafeVarargs
    private void receive(ConsumerRecord<String, byte[]>... events) {
        List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();
        for (var event : events) {
            poll.add(event);
        }
        receive(poll);
    }

    private void receive(List<ConsumerRecord<String, byte[]>> events) {
        inbox.receive(consumer, Wire.poll(events), fact -> desk.effect(consumer, fact));
    }

    private double unheard() {
        return meters.counter("jikim.events.unheard", "topic", "jikim.consent").count();
    }

    private double unknown() {
        return meters.counter("jikim.events.in", "topic", "jikim.consent", "result", "unknown")
                .count();
    }
}
