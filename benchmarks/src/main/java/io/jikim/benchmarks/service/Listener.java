package io.jikim.benchmarks.service;

import io.jikim.contracts.ConsentGiven;
import io.jikim.platform.messaging.Inbox;
import io.jikim.platform.messaging.Received;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears facts as every service does; each has one row as its effect.
@ApplicationScoped
class Listener {

    private final Inbox inbox;
    private final Rows rows;
    private final Arrivals arrivals;

    Listener(Inbox inbox, Rows rows, Arrivals arrivals) {
        this.inbox = inbox;
        this.rows = rows;
        this.arrivals = arrivals;
    }

    // A fact has arrived when the transaction of its effect is committed, that is: after `receive`.
    @Incoming("facts")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> received) {
        var effective = new HashMap<UUID, ConsentGiven>();
        inbox.receive(
                "bench-listener",
                received,
                message -> effective.put(message.envelope().id(), apply(message)));
        effective.values().forEach(fact -> arrivals.note(fact.purpose(), fact.at()));
    }

    private ConsentGiven apply(Received message) {
        var fact = (ConsentGiven) message.event();
        rows.effect(message.envelope().id(), fact);
        return fact;
    }
}
