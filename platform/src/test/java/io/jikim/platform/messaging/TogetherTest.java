package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.contracts.EventTypes;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/// What one poll has found, in one transaction; and what becomes of it where one event fails.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class TogetherTest {

    private static final String GIVEN = "io.jikim.consent.given.v1";
    private static final String PUBLISHED = "io.jikim.policy.published.v1";

    @Inject Desk desk;
    @Inject Inbox inbox;
    @Inject Outbox outbox;
    @Inject EntityManager entities;

    private final String consumer = "together-" + UUID.randomUUID();
    private final UUID subject = UUID.randomUUID();
    private final UUID poisoned = UUID.randomUUID();

    @Test
    void the_events_of_one_poll_are_one_transaction() {
        receive(
                Stream.concat(
                                LongStream.rangeClosed(1, 5).mapToObj(n -> Wire.given(subject, n)),
                                Stream.generate(() -> Wire.given(UUID.randomUUID(), 1)).limit(20))
                        .toList());

        assertThat(transactions()).isEqualTo(1);
        assertThat(desk.effects(consumer, subject)).containsExactly("p1", "p2", "p3", "p4", "p5");
    }

    @Test
    void one_poison_parks_its_subject_and_all_others_have_their_effect_once() {
        var others = IntStream.range(0, 15).mapToObj(_ -> UUID.randomUUID()).toList();
        List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>();
        for (long n = 1; n <= 3; n++) {
            for (var each : others) {
                poll.add(Wire.given(each, n));
            }
            poll.add(Wire.given(poisoned, n));
        }

        receive(poll, Map.of(poisoned.toString(), "p2"));
        receive(poll, Map.of(poisoned.toString(), "p2"));

        for (var each : others) {
            assertThat(desk.effects(consumer, each)).containsExactly("p1", "p2", "p3");
            assertThat(desk.parked(consumer, each)).isEmpty();
        }
        assertThat(desk.effects(consumer, poisoned)).containsExactly("p1");
        assertThat(desk.parked(consumer, poisoned)).containsExactly("2 POISON", "3 BEHIND");
    }

    @Test
    void an_event_that_is_twice_in_one_poll_has_its_effect_once() {
        var event = Wire.given(subject, 1);

        receive(List.of(event, event, Wire.given(subject, 2)));

        assertThat(desk.effects(consumer, subject)).containsExactly("p1", "p2");
        assertThat(transactions()).isEqualTo(1);
    }

    @Test
    void so_it_has_on_a_topic_that_keeps_no_order() throws IOException {
        var policy = policy();
        var effects = new ArrayList<String>();

        inbox.receive(
                consumer,
                Wire.poll(List.of(policy, policy)),
                fact -> effects.add(fact.envelope().type()));

        assertThat(effects).containsExactly(PUBLISHED);
    }

    @Test
    void the_events_of_each_tenant_are_for_that_tenant_alone() {
        var other = UUID.randomUUID();
        String payload = EventJson.write(Facts.given(other, "theirs"));

        receive(
                List.of(
                        Wire.given(subject, 1),
                        Wire.record("other", other, 1, GIVEN, payload),
                        Wire.given(subject, 2)));

        assertThat(desk.effects(consumer, subject)).containsExactly("p1", "p2");
        assertThat(desk.look("select tenant from effect where purpose = 'theirs'"))
                .containsExactly("other");
        assertThat(transactions()).isEqualTo(2);
    }

    @Test
    void what_each_effect_tells_names_its_own_cause_and_is_told_once() {
        var told = List.of(UUID.randomUUID(), UUID.randomUUID());
        var causes = List.of(Wire.given(subject, 1), Wire.given(subject, 2));
        var causeOf = new HashMap<String, UUID>();
        causeOf.put(Wire.header(causes.getFirst(), "ce_id"), told.getFirst());
        causeOf.put(Wire.header(causes.getLast(), "ce_id"), told.getLast());
        var failing = Wire.given(poisoned, 1);

        inbox.receive(
                consumer,
                Wire.poll(List.of(causes.getFirst(), failing, causes.getLast())),
                fact -> {
                    var about = causeOf.getOrDefault(fact.envelope().id().toString(), poisoned);
                    outbox.append(Facts.given(about, "caused"));
                    if (about.equals(poisoned)) {
                        throw new IllegalStateException("after the fact");
                    }
                });

        for (int i = 0; i < 2; i++) {
            var caused = Wire.read("jikim.consent", told.get(i).toString(), 1);
            assertThat(caused).hasSize(1);
            assertThat(Wire.header(caused.getFirst(), "ce_causationid"))
                    .isEqualTo(Wire.header(causes.get(i), "ce_id"));
        }
        assertThat(desk.waiting(poisoned)).isEmpty();
        assertThat(desk.published(poisoned)).isEmpty();
    }

    /// Where each event has its own transaction the first one's session is written before the
    /// second looks: so it must be here.
    @Test
    void an_effect_finds_what_the_one_before_has_done_to_an_entity() {
        var seen = new ArrayList<String>();

        inbox.receive(
                consumer,
                Wire.poll(List.of(Wire.given(subject, 1), Wire.given(subject, 2))),
                fact -> {
                    desk.effect(consumer, fact);
                    seen.addAll(desk.seenHere(consumer));
                    entities.createQuery("from EffectRow where consumer = ?1", EffectRow.class)
                            .setParameter(1, consumer)
                            .getResultList()
                            .forEach(row -> row.purpose = "mended " + row.purpose);
                });

        assertThat(seen).containsExactly("p1", "mended p1", "p2");
        assertThat(transactions()).isEqualTo(1);
    }

    /// Polls of any size, with poison, repeated from anywhere: the same comes of it as when each
    /// event had come alone.
    @Test
    void any_history_ends_as_it_would_have_event_by_event() {
        for (long seed = 1; seed <= 6; seed++) {
            var random = new Random(seed);
            var subjects = IntStream.range(0, 5).mapToObj(_ -> UUID.randomUUID()).toList();
            var poison =
                    Map.of(
                            subjects.get(0).toString(), "p" + (1 + random.nextInt(6)),
                            subjects.get(1).toString(), "p" + (1 + random.nextInt(6)));

            replay(history(random, subjects), poison, random);

            for (var each : subjects) {
                int good = lastGood(poison.get(each.toString()));
                assertThat(desk.effects(consumer, each))
                        .as("seed %d", seed)
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, good).mapToObj(n -> "p" + n).toList());
                assertThat(desk.parked(consumer, each)).as("seed %d", seed).hasSize(6 - good);
            }
        }
    }

    private static int lastGood(String poison) {
        return poison == null ? 6 : Integer.parseInt(poison.substring(1)) - 1;
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

    private void replay(
            List<ConsumerRecord<String, byte[]>> history,
            Map<String, String> poison,
            Random random) {
        int at = 0;
        while (at < history.size()) {
            int to = Math.min(history.size(), at + 1 + random.nextInt(12));
            receive(history.subList(at, to), poison);
            at = random.nextInt(4) == 0 ? random.nextInt(to) : to;
        }
    }

    private static ConsumerRecord<String, byte[]> policy() throws IOException {
        var id = UUID.randomUUID();
        try (var sample =
                EventTypes.class.getResourceAsStream("/samples/" + PUBLISHED + "/1.json")) {
            return Wire.received(
                    new Envelope(
                            id,
                            PUBLISHED,
                            "/schemas/" + PUBLISHED + ".json",
                            Facts.NOON,
                            new io.jikim.platform.messaging.Stream(
                                    "ompass", "policy", EventTypes.POLICY, "/elsewhere"),
                            new Position(1, 1),
                            new Trail(id.toString(), null, Traceparent.begin())),
                    new String(sample.readAllBytes(), UTF_8));
        }
    }

    private void receive(List<ConsumerRecord<String, byte[]>> poll) {
        receive(poll, Map.of());
    }

    /// @param poison for a subject, the purpose that never works
    private void receive(List<ConsumerRecord<String, byte[]>> poll, Map<String, String> poison) {
        inbox.receive(
                consumer,
                Wire.poll(poll),
                fact -> {
                    desk.effect(consumer, fact);
                    var key = fact.event().key();
                    if (fact.data().contains("\"" + poison.get(key) + "\"")) {
                        throw new IllegalStateException("never works");
                    }
                });
    }

    private int transactions() {
        return Set.copyOf(desk.look("select xmin::text from effect where consumer = ?", consumer))
                .size();
    }
}
