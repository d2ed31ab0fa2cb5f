package io.jikim.platform.messaging;

import static io.jikim.platform.messaging.Facts.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jikim.platform.time.Ids;
import io.jikim.testkit.stack.Stack;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class RelayTest {

    @Inject Desk desk;
    @Inject Inbox inbox;
    @Inject Ids ids;
    @Inject Leases ofTheService;
    @Inject Letters letters;
    @Inject Postman postman;
    @Inject Broker broker;

    @Inject
    @DataSource("system")
    javax.sql.DataSource system;

    private static final String LARGEST = "max.message.bytes";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final UUID subject = UUID.randomUUID();

    /// A comparison would tell this reader whatever other tests have said, thousands of streams.
    @AfterEach
    void hears_no_more() {
        desk.change("delete from inbox_cursor where consumer = 'twice'");
    }

    @AfterEach
    void gives_all_shards_back() {
        desk.change("update outbox_lease set owner = '', until = '-infinity' where owner <> ''");
        await().until(() -> ofTheService.held().fences().size() == Outbox.SHARDS);
    }

    @Test
    void killed_between_send_and_strike_out_it_sends_twice_and_the_effect_is_one()
            throws InterruptedException {
        var killed = relayThatHoldsAllShards();
        tell("a", "b");
        var delivery = postman.deliver(mine(killed.held()));
        assertThat(delivery.arrived()).hasSize(2);
        killed.release();

        await().untilAsserted(() -> assertThat(desk.published(subject)).containsExactly("1", "2"));
        // a relay that was just reading may tell them once more
        assertThat(receiveAll(4)).startsWith(1L, 2L, 1L, 2L);
        assertThat(desk.effects("twice", subject)).containsExactly("a", "b");
    }

    @Test
    void an_expired_relay_strikes_out_nothing() throws InterruptedException {
        var slow = relayThatHoldsAllShards();
        var leaseOfSlow = slow.held();
        tell("a", "b", "c");
        var delivery = postman.deliver(mine(leaseOfSlow));

        var next = relayThatHoldsAllShards();

        assertThat(letters.settle(leaseOfSlow, delivery)).isZero();
        assertThat(desk.waiting(subject)).containsExactly("1", "2", "3");
        assertThat(letters.settle(next.held(), postman.deliver(mine(next.held())))).isEqualTo(3);
        assertThat(desk.waiting(subject)).isEmpty();
        receiveAll(6);
        assertThat(desk.effects("twice", subject)).containsExactly("a", "b", "c");
    }

    @Test
    void a_shard_has_one_holder() {
        var first = relayThatHoldsAllShards();
        var second = new Leases(system, Duration.ofMinutes(5), ids);
        second.renew();
        first.renew();

        assertThat(first.held().fences()).hasSize(Outbox.SHARDS);
        assertThat(second.held().isHeld()).isFalse();
    }

    /// Relays die after any of their steps, come back late and take over from each other.
    @Test
    void any_history_of_dying_relays_leaves_each_effect_once_and_in_order()
            throws InterruptedException {
        var random = new Random(20261124);
        int told = 0;
        for (int round = 0; round < 12; round++) {
            for (int more = random.nextInt(4); more > 0; more--) {
                tell("p" + ++told);
            }
            var lease = relayThatHoldsAllShards().held();
            var waiting = mine(lease);
            var delivery = postman.deliver(waiting.subList(0, random.nextInt(waiting.size() + 1)));
            if (random.nextBoolean()) {
                relayThatHoldsAllShards();
            }
            if (random.nextBoolean()) {
                letters.settle(lease, delivery);
            }
        }
        var last = relayThatHoldsAllShards().held();
        letters.settle(last, postman.deliver(mine(last)));

        assertThat(desk.waiting(subject)).isEmpty();
        Wire.readUpTo("jikim.consent", subject.toString(), told).forEach(this::receive);
        assertThat(desk.parked("twice", subject)).isEmpty();
        assertThat(desk.effects("twice", subject))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, told).mapToObj(n -> "p" + n).toList());
    }

    /// The clock of the database was set back, and the holder is dead.
    @Test
    void a_lease_that_no_relay_would_take_so_long_is_taken_over() {
        desk.change(
                """
                update outbox_lease set owner = 'dead', fence = fence + 1,
                    until = now() + interval '1 hour'
                """);

        tell("a");

        await().atMost(SOON).until(() -> desk.published(subject).equals(List.of("1")));
        assertThat(desk.look("select shard from outbox_lease where owner = 'dead'")).isEmpty();
    }

    /// More waits for it than one batch holds.
    @Test
    void a_refused_topic_holds_up_no_other_and_is_told_in_order_once_it_is_taken()
            throws InterruptedException, ExecutionException {
        String refused = "refusing-" + subject;
        var topic = new NewTopic(refused, 1, (short) 1);
        broker.admin().createTopics(List.of(topic.configs(Map.of(LARGEST, "10")))).all().get();
        for (int n = 0; n < 260; n++) {
            leave(refused, subject + "-" + n);
        }

        tell("a", "b");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(desk.published(subject)).containsExactly("1", "2"));
        assertThat(waitingFor(refused)).hasSize(520);

        var larger = new AlterConfigOp(new ConfigEntry(LARGEST, "100000"), OpType.SET);
        broker.admin()
                .incrementalAlterConfigs(
                        Map.of(
                                new ConfigResource(ConfigResource.Type.TOPIC, refused),
                                List.of(larger)))
                .all()
                .get();

        await().atMost(SOON).until(() -> waitingFor(refused).isEmpty());
        assertThat(Wire.sequences(Wire.readUpTo(refused, subject + "-259", 2))).startsWith(1L, 2L);
    }

    private void leave(String topic, String of) {
        desk.change(
                """
                insert into outbox (shard, event_id, type, dataschema, tenant, subject, topic,
                    source, epoch, sequence, correlation_id, traceparent, payload)
                select %d, gen_random_uuid(), 'x', '', 'ompass', '%s', '%s', '/consent-service', 1, n,
                    'c', '00-11111111111111111111111111111111-2222222222222222-01', '{}'
                from generate_series(1, 2) n
                """
                        .formatted(
                                Outbox.shardOf(new Stream("ompass", of, topic, "/consent-service")),
                                of,
                                topic));
    }

    private List<String> waitingFor(String topic) {
        return desk.look("select sequence from outbox where topic = ?", topic);
    }

    private Leases relayThatHoldsAllShards() {
        var leases = new Leases(system, Duration.ofMinutes(5), ids);
        await().until(() -> {
            desk.change("update outbox_lease set owner = 'gone', until = '-infinity'");
            leases.renew();
            return leases.held().fences().size() == Outbox.SHARDS;
        });
        await().until(() -> ofTheService.held().fences().isEmpty());
        return leases;
    }

    private void tell(String... purposes) {
        for (String purpose : purposes) {
            desk.tell(given(subject, purpose));
        }
    }

    private List<Letter> mine(Lease lease) {
        return letters.next(lease, Set.of(), 500).letters().stream()
                .filter(it -> it.envelope().stream().subject().equals(subject.toString()))
                .toList();
    }

    private List<Long> receiveAll(int expected) {
        var received = Wire.read("jikim.consent", subject.toString(), expected);
        received.forEach(this::receive);
        return Wire.sequences(received);
    }

    private void receive(ConsumerRecord<String, byte[]> received) {
        inbox.receive("twice", Wire.poll(received), fact -> desk.effect("twice", fact));
    }
}
