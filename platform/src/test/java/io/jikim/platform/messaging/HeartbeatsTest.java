package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jikim.contracts.AccessRecorded;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How far a speaker says it has come with its records of accesses.
@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class HeartbeatsTest {

    private static final String TOPIC = "jikim.access-records";
    private static final String SOURCE = "/consent-service";

    @Inject Desk desk;
    @Inject Leases leases;
    @Inject Reaches reaches;
    @Inject HeartbeatRecords records;
    @Inject Heartbeats heartbeats;

    private final String actor = "staff-" + UUID.randomUUID();

    @AfterEach
    void gives_all_shards_back() {
        desk.change(
                "update outbox_lease set owner = '', until = '-infinity' where owner = 'nobody'");
        await().until(() -> leases.held().fences().size() == Outbox.SHARDS);
    }

    @Test
    void a_heartbeat_stands_behind_what_it_speaks_of_in_the_same_partition() {
        record();
        record();
        await().until(() -> reach() == 2);

        heartbeats.beat();

        var records = recordsOfThePartition();
        int beat =
                IntStream.range(0, records.size())
                        .filter(i -> speaksOf(records.get(i)) == 2)
                        .findFirst()
                        .orElseThrow();
        assertThat(records.subList(0, beat)).filteredOn(it -> actor.equals(it.key())).hasSize(2);
    }

    @Test
    void what_waits_is_not_spoken_of_and_what_was_taken_away_is() {
        record();
        await().until(() -> reach() == 1);
        hold();
        record();
        record();
        assertThat(reach()).isEqualTo(1);

        // never told, though a later one waits
        desk.change("delete from outbox where subject = '%s' and sequence = 2".formatted(actor));
        assertThat(reach()).isEqualTo(2);

        desk.change("delete from outbox where subject = '%s'".formatted(actor));
        assertThat(reach()).isEqualTo(3);
    }

    @Test
    void what_waits_for_long_is_spoken_of_when_it_was_told() {
        hold();
        record();
        desk.change(
                """
                update outbox set created_at = now() - interval '2 hours' where subject = '%s'
                """
                        .formatted(actor));

        assertThat(reaches.mark(TOPIC).unsettled())
                .isBefore(reaches.mark(TOPIC).now().minus(Duration.ofMinutes(119)));
    }

    @Test
    void what_was_told_before_anybody_counted_is_not_counted() {
        record();
        await().until(() -> reach() == 1);
        desk.change(
                "update subject_stream set uncounted_epoch = epoch, uncounted = 1 where subject = '%s'"
                        .formatted(actor));
        assertThat(reached()).isEmpty();

        record();

        await().until(() -> reach() == 2);
        assertThat(reached().getFirst().after()).isEqualTo(1);
    }

    @Test
    void what_was_told_before_a_long_pause_is_not_counted_any_more() {
        record();
        record();
        await().until(() -> reach() == 2);
        desk.change(
                "update subject_stream set active_at = now() - interval '91 days' where subject = '%s'"
                        .formatted(actor));

        record();

        await().until(() -> reach() == 3);
        assertThat(reached().getFirst().after()).isEqualTo(2);
    }

    @Test
    void only_streams_in_which_something_happened_are_spoken_of() {
        record();
        desk.change(
                "update subject_stream set active_at = now() - interval '1 hour' where subject = '%s'"
                        .formatted(actor));
        assertThat(reachedSince(Duration.ofMinutes(30))).isEmpty();

        desk.tell(Facts.given(UUID.randomUUID(), "p"));
        record();

        await().until(() -> !reachedSince(Duration.ofMinutes(30)).isEmpty());
        assertThat(
                        desk.look(
                                "select count(*) from subject_stream where active_at is not null"
                                        + " and topic <> '%s'".formatted(TOPIC)))
                .containsExactly("0");
    }

    @Test
    void many_streams_are_several_records_and_none_are_one() {
        var many =
                IntStream.range(0, 1_234)
                        .mapToObj(i -> new Heartbeat.Reached("ompass", "same", 1, 0, i + 1))
                        .toList();

        assertThat(records.of(many, TOPIC, 6, Facts.NOON)).hasSize(3);
        assertThat(records.of(List.of(), TOPIC, 6, Facts.NOON)).hasSize(1);
    }

    /// The relay of the service tells nothing meanwhile.
    private void hold() {
        desk.change(
                "update outbox_lease set owner = 'nobody', until = now() + interval '1 minute'");
        await().until(() -> leases.held().fences().isEmpty());
    }

    private void record() {
        desk.tell(
                new AccessRecorded(
                        new AccessRecorded.Actor(actor, "STAFF"),
                        "READ",
                        "people/profile",
                        List.of(UUID.randomUUID()),
                        "TEST",
                        "AAAA",
                        Facts.NOON));
    }

    private long reach() {
        return reached().stream().mapToLong(Heartbeat.Reached::last).max().orElse(0);
    }

    private List<Heartbeat.Reached> reached() {
        return reachedSince(Duration.ofDays(1));
    }

    private List<Heartbeat.Reached> reachedSince(Duration ago) {
        return reaches.since(Instant.now().minus(ago), TOPIC, SOURCE).stream()
                .filter(it -> it.subject().equals(actor))
                .toList();
    }

    private long speaksOf(ConsumerRecord<String, byte[]> received) {
        return Reading.of(received) instanceof Reading.Beat(var heartbeat)
                ? heartbeat.streams().stream()
                        .filter(it -> it.subject().equals(actor))
                        .mapToLong(Heartbeat.Reached::last)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    private List<ConsumerRecord<String, byte[]>> recordsOfThePartition() {
        int partition = Wire.read(TOPIC, actor, 2).getFirst().partition();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", LocalStack.shared().kafka()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var place = List.of(new TopicPartition(TOPIC, partition));
            consumer.assign(place);
            consumer.seekToBeginning(place);
            long end = consumer.endOffsets(place).values().iterator().next();
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (consumer.position(place.getFirst()) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }
}
