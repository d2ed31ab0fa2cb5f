package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PostmanTest {

    private final List<String> sent = new ArrayList<>();

    @Test
    void delivers_every_stream_in_its_order() throws InterruptedException {
        var delivery = deliver(Set.of(), Set.of(), "a1", "b1", "a2", "a3", "b2");

        assertThat(delivery.arrived()).hasSize(5);
        assertThat(sent.stream().filter(it -> it.startsWith("a")))
                .containsExactly("a1", "a2", "a3");
        assertThat(sent.stream().filter(it -> it.startsWith("b"))).containsExactly("b1", "b2");
    }

    @Test
    void a_stream_ends_with_its_first_failure_and_the_others_go_on() throws InterruptedException {
        var delivery = deliver(Set.of("a2"), Set.of(), "a1", "a2", "a3", "b1", "b2");

        assertThat(sent).doesNotContain("a3");
        assertThat(delivery.arrived()).containsExactlyInAnyOrder(0L, 3L, 4L);
        assertThat(delivery.failed()).containsOnlyKeys(1L);
    }

    @Test
    void a_broker_that_takes_nothing_ends_the_batch_at_once() throws InterruptedException {
        var delivery = deliver(Set.of(), Set.of("b1"), "a1", "b1", "c1", "a2");

        assertThat(sent).containsExactly("a1");
        assertThat(delivery.arrived()).containsExactly(0L);
        assertThat(delivery.failed()).containsOnlyKeys(1L);
    }

    @Test
    void a_topic_that_is_missing_is_asked_for_once_and_the_others_go_on()
            throws InterruptedException {
        var delivery = deliver(Set.of(), Set.of(), "a1", "X1", "Y1", "b1", "X2", "a2");

        assertThat(delivery.arrived()).containsExactlyInAnyOrder(0L, 3L, 5L);
        assertThat(delivery.failed()).containsOnlyKeys(1L);
    }

    /// A letter's name is its subject and its number; those of capitals are for a topic that is not
    /// there.
    private Delivery deliver(Set<String> failing, Set<String> refused, String... names)
            throws InterruptedException {
        List<Letter> letters = new ArrayList<>();
        for (String name : names) {
            letters.add(letter(letters.size(), name));
        }
        return new Postman(new FaultyBroker(failing, refused)).deliver(letters);
    }

    private static Letter letter(long id, String name) {
        return new Letter(
                id,
                new Envelope(
                        UUID.randomUUID(),
                        "type",
                        "schema",
                        Facts.NOON,
                        new Stream("ompass", name.substring(0, 1), topicOf(name), "/elsewhere"),
                        new Position(1, Long.parseLong(name.substring(1))),
                        new Trail(name, null, Traceparent.begin())),
                name);
    }

    private static String topicOf(String name) {
        return Character.isUpperCase(name.charAt(0)) ? "jikim.not-there" : "jikim.consent";
    }

    private class FaultyBroker extends Broker {

        private final Set<String> failing;
        private final Set<String> refused;

        FaultyBroker(Set<String> failing, Set<String> refused) {
            super(Map.of("bootstrap.servers", "nowhere:1"), Duration.ofSeconds(1));
            this.failing = failing;
            this.refused = refused;
        }

        @Override
        public synchronized Producer<String, byte[]> producer() {
            return new MockProducer<>(
                    true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(
                        ProducerRecord<String, byte[]> letter) {
                    String name = new String(letter.value(), UTF_8);
                    if (refused.contains(name)) {
                        throw new KafkaException("no room");
                    }
                    if (letter.topic().equals("jikim.not-there")) {
                        return CompletableFuture.failedFuture(
                                new TimeoutException(
                                        "not in metadata", new UnknownTopicOrPartitionException()));
                    }
                    sent.add(name);
                    return failing.contains(name)
                            ? CompletableFuture.failedFuture(new TimeoutException("too late"))
                            : super.send(letter);
                }
            };
        }
    }
}
