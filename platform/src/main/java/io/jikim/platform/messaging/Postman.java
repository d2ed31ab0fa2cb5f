package io.jikim.platform.messaging;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/// Sends a batch to the broker and waits for its answers; holds no transaction and no lock.
@Singleton
class Postman {

    private record Sent(Letter letter, Future<RecordMetadata> answer) {}

    private record Lane(String topic, String tenant, String subject) {}

    private final Broker broker;

    Postman(Broker broker) {
        this.broker = broker;
    }

    /// After the first failure of a key its later letters do not count, whatever the broker said:
    /// they are sent again behind it (twice is harmless, a gap is not).
    Delivery deliver(List<Letter> letters) throws InterruptedException {
        List<Long> arrived = new ArrayList<>();
        Map<Long, String> failed = new HashMap<>();
        Set<Lane> stopped = new HashSet<>();
        for (var sent : sendAll(letters)) {
            var stream = sent.letter().envelope().stream();
            var lane = new Lane(stream.topic(), stream.tenant(), stream.subject());
            if (stopped.contains(lane)) {
                continue;
            }
            try {
                sent.answer().get();
                arrived.add(sent.letter().id());
            } catch (ExecutionException e) {
                stopped.add(lane);
                failed.put(sent.letter().id(), String.valueOf(e.getCause()));
            }
        }
        return new Delivery(arrived, failed);
    }

    // Without a broker each send would block in turn, so the first that cannot be handed over ends
    // the batch.
    private List<Sent> sendAll(List<Letter> letters) {
        List<Sent> sent = new ArrayList<>();
        for (var letter : letters) {
            try {
                var event = CloudEvents.write(letter.envelope(), letter.payload());
                sent.add(new Sent(letter, broker.producer().send(event)));
            } catch (KafkaException e) {
                sent.add(new Sent(letter, CompletableFuture.failedFuture(e)));
                break;
            }
        }
        return sent;
    }
}
