package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps the records of which not even the outside can be read; whose they are nobody can say. They
/// go on as they came, with headers that say why (docs/adr/018).
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Broker broker;
    private final MessagingMetrics metrics;

    DeadLetters(Broker broker, MessagingMetrics metrics) {
        this.broker = broker;
        this.metrics = metrics;
    }

    /// A record that has no room for the reason beside itself is kept as what can be said of it:
    /// its value's length and hash, and where even that is too much, no key and no headers of its
    /// own.
    ///
    /// @throws RetryLater where the broker does not take it
    void keep(String consumer, ConsumerRecord<String, byte[]> received, String why) {
        var everLess = List.of(whole(received), outside(received), place(received));
        for (var letter : everLess) {
            addReason(letter.headers(), consumer, received, why);
        }
        if (everLess.stream().noneMatch(this::isStored)) {
            throw new IllegalStateException("A dead letter has no room at all");
        }
        metrics.deadLetter(received.topic());
        LOG.errorf(
                "Dead letter: consumer=%s topic=%s partition=%d offset=%d error=%s",
                consumer, received.topic(), received.partition(), received.offset(), why);
    }

    private static ProducerRecord<String, byte[]> whole(ConsumerRecord<String, byte[]> received) {
        return copyOf(received, received.value());
    }

    private static ProducerRecord<String, byte[]> outside(ConsumerRecord<String, byte[]> received) {
        var letter = copyOf(received, null);
        addValue(letter.headers(), received);
        return letter;
    }

    private static ProducerRecord<String, byte[]> place(ConsumerRecord<String, byte[]> received) {
        var letter =
                new ProducerRecord<String, byte[]>(Topics.deadLettersOf(received.topic()), null);
        addValue(letter.headers(), received);
        return letter;
    }

    private static ProducerRecord<String, byte[]> copyOf(
            ConsumerRecord<String, byte[]> received, byte @Nullable [] value) {
        return new ProducerRecord<>(
                Topics.deadLettersOf(received.topic()),
                null,
                received.key(),
                value,
                received.headers());
    }

    /// False where it is too large, for the producer or the broker: no waiting makes it smaller.
    private boolean isStored(ProducerRecord<String, byte[]> letter) {
        try {
            broker.producer().send(letter).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw new RetryLater("The dead letter is not stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLater("The service is stopping", e);
        }
    }

    private static void addReason(
            Headers headers, String consumer, ConsumerRecord<String, byte[]> received, String why) {
        add(headers, "reason", why);
        add(headers, "consumer", consumer);
        add(headers, "topic", received.topic());
        add(headers, "partition", Integer.toString(received.partition()));
        add(headers, "offset", Long.toString(received.offset()));
    }

    private static void addValue(Headers headers, ConsumerRecord<String, byte[]> received) {
        byte[] value = received.value() == null ? new byte[0] : received.value();
        add(headers, "value-length", Integer.toString(value.length));
        add(headers, "value-sha-256", HexFormat.of().formatHex(sha256(value)));
    }

    private static byte[] sha256(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add("dead-letter-" + name, value.getBytes(UTF_8));
    }
}
