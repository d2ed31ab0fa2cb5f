package io.jikim.platform.messaging;

import io.jikim.contracts.ConsentGiven;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// A consumer as a service has it, with nothing but the platform's own settings.
@ApplicationScoped
class Hops {

    private final Map<UUID, Long> seen = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Inbox inbox;
    private final Desk desk;

    Hops(Inbox inbox, Desk desk) {
        this.inbox = inbox;
        this.desk = desk;
    }

    Optional<Long> seenAt(UUID consent) {
        return Optional.ofNullable(seen.get(consent));
    }

    void failFor(UUID subject) {
        failing.add(subject.toString());
    }

    void workFor(UUID subject) {
        failing.remove(subject.toString());
    }

    @Incoming("hops")
    @Blocking
    void on(ConsumerRecords<String, byte[]> received) {
        inbox.receive(
                "hops",
                received,
                fact -> {
                    desk.effect("hops", fact);
                    if (failing.contains(fact.event().key())) {
                        throw new IllegalStateException("never works");
                    }
                });
        received.forEach(this::see);
    }

    private void see(ConsumerRecord<String, byte[]> received) {
        if (CloudEvents.read(received) instanceof CloudEvents.Reading.Legible
                && received.value() != null) {
            seen.put(
                    EventJson.read(ConsentGiven.class, received.value()).consentId(),
                    System.nanoTime());
        }
    }
}
