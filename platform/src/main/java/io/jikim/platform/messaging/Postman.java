package io.jikim.platform.messaging;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Sends a batch to the broker and waits for its answers; holds no transaction and no lock.
///
/// Of each stream one letter is on its way at a time. Were two, the first could run out of time
/// while the second arrives, and the reader would see a gap.
@Singleton
class Postman {

    private record Sent(Queue<Letter> lane, Letter letter, Future<RecordMetadata> answer) {}

    private final Broker broker;

    Postman(Broker broker) {
        this.broker = broker;
    }

    /// A stream ends with its first failure; the rest of it stays for the next time.
    Delivery deliver(List<Letter> letters) throws InterruptedException {
        Set<Long> arrived = new HashSet<>();
        Map<Long, String> failed = new HashMap<>();
        var lanes = lanes(letters);
        while (!lanes.isEmpty()) {
            for (var sent : sendFirsts(lanes)) {
                try {
                    sent.answer().get();
                    arrived.add(sent.letter().id());
                } catch (ExecutionException e) {
                    failed.put(sent.letter().id(), String.valueOf(e.getCause()));
                    sent.lane().clear();
                }
            }
            lanes.removeIf(Collection::isEmpty);
        }
        return new Delivery(arrived, failed);
    }

    private static boolean isRefusalOfTheTopic(Future<RecordMetadata> answer) {
        return answer.state() == Future.State.FAILED && isAboutTheTopic(answer.exceptionNow());
    }

    private static boolean isAboutTheTopic(Throwable failure) {
        return switch (failure) {
            case InvalidTopicException _,
                    TopicAuthorizationException _,
                    UnknownTopicOrPartitionException _ ->
                    true;
            default -> failure.getCause() != null && isAboutTheTopic(failure.getCause());
        };
    }

    private static boolean haveOneTopic(Letter one, Letter other) {
        return one.envelope().stream().topic().equals(other.envelope().stream().topic());
    }

    private static Collection<Queue<Letter>> lanes(List<Letter> letters) {
        Map<Stream, Queue<Letter>> lanes = new LinkedHashMap<>();
        for (var letter : letters) {
            lanes.computeIfAbsent(letter.envelope().stream(), _ -> new ArrayDeque<>()).add(letter);
        }
        return new ArrayList<>(lanes.values());
    }

    // Without a broker each send would block in turn, so the first that cannot be handed over ends
    // the batch. So would each for a topic that is missing: the first ends the letters of that
    // topic.
    private List<Sent> sendFirsts(Collection<Queue<Letter>> lanes) {
        List<Sent> sent = new ArrayList<>();
        for (var lane : lanes) {
            var letter = lane.poll();
            if (letter == null) {
                continue;
            }
            try {
                var event = CloudEvents.write(letter.envelope(), letter.payload());
                var answer = broker.producer().send(event);
                sent.add(new Sent(lane, letter, answer));
                if (isRefusalOfTheTopic(answer)) {
                    lanes.forEach(it -> it.removeIf(other -> haveOneTopic(other, letter)));
                }
            } catch (KafkaException e) {
                sent.add(new Sent(lane, letter, CompletableFuture.failedFuture(e)));
                lanes.forEach(Queue::clear);
                break;
            }
        }
        return sent;
    }
}
