package io.jikim.platform.messaging;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Topics of which the broker takes nothing while it takes others: a right or the topic itself is
/// missing. They rest for a while, so that what waits for them holds up nobody else, and are tried
/// again after pauses that grow.
@Singleton
class RefusedTopics {

    private static final Logger LOG = Logger.getLogger(RefusedTopics.class);
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /// Until a moment of `System.nanoTime`, and for how long in all.
    private record Rest(long until, Duration length) {}

    private final Map<String, Rest> resting = new HashMap<>();

    /// The topics that rest now.
    Set<String> now() {
        long now = System.nanoTime();
        return resting.entrySet().stream()
                .filter(it -> it.getValue().until() - now > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Takes in what became of a batch by a broker that is there. Returns whether only topics that
    /// rest from now on have failed.
    boolean areAllThatFailed(Iterable<Letter> batch, Delivery delivery) {
        Map<String, String> failed = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (var letter : batch) {
            String topic = letter.envelope().stream().topic();
            String why = delivery.failed().get(letter.id());
            if (why != null) {
                failed.putIfAbsent(topic, why);
            }
            if (delivery.arrived().contains(letter.id())) {
                taken.add(topic);
            }
        }
        taken.forEach(this::take);
        boolean all = failed.keySet().stream().noneMatch(taken::contains);
        failed.keySet().removeAll(taken);
        failed.forEach(this::rest);
        return all;
    }

    private void rest(String topic, String why) {
        var before = resting.get(topic);
        var length = before == null ? FIRST_REST : before.length().multipliedBy(2);
        if (length.compareTo(LONGEST_REST) > 0) {
            length = LONGEST_REST;
        }
        resting.put(topic, new Rest(System.nanoTime() + length.toNanos(), length));
        if (before == null) {
            LOG.warnf("Events wait in the outbox: topic=%s is refused: %s", topic, why);
        }
    }

    private void take(String topic) {
        if (resting.remove(topic) != null) {
            LOG.infof("Events flow again: topic=%s", topic);
        }
    }
}
