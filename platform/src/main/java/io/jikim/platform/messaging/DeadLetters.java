package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

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

    /// @throws RetryLater where the broker does not take it
    void keep(String consumer, ConsumerRecord<String, byte[]> received, String why) {
        String topic = Topics.deadLettersOf(received.topic());
        var letter =
                new ProducerRecord<String, byte[]>(
                        topic, null, received.key(), received.value(), received.headers());
        addReason(letter.headers(), consumer, received, why);
        try {
            broker.producer().send(letter).get();
        } catch (ExecutionException e) {
            throw new RetryLater("The dead letter is not stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLater("The service is stopping", e);
        }
        metrics.deadLetter(received.topic());
        LOG.errorf(
                "Dead letter: consumer=%s topic=%s partition=%d offset=%d error=%s",
                consumer, received.topic(), received.partition(), received.offset(), why);
    }

    private static void addReason(
            Headers headers, String consumer, ConsumerRecord<String, byte[]> received, String why) {
        add(headers, "reason", why);
        add(headers, "consumer", consumer);
        add(headers, "topic", received.topic());
        add(headers, "partition", Integer.toString(received.partition()));
        add(headers, "offset", Long.toString(received.offset()));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add("dead-letter-" + name, value.getBytes(UTF_8));
    }
}
