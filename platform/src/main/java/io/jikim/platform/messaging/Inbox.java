package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jikim.contracts.Event;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/// Where events come in: each has its effect once, in its turn, or is kept aside.
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final CurrentTrace trace;
    private final EntityManager entities;
    private final Cursors cursors;
    private final Unheard unheard;
    private final Parking parking;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final MessagingMetrics metrics;

    Inbox(
            CurrentTrace trace,
            EntityManager entities,
            Cursors cursors,
            Unheard unheard,
            Parking parking,
            DeadLetters deadLetters,
            Patience patience,
            MessagingMetrics metrics) {
        this.trace = trace;
        this.entities = entities;
        this.cursors = cursors;
        this.unheard = unheard;
        this.parking = parking;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.metrics = metrics;
    }

    /// Returns when all records are dealt with for good: the effect of each is committed, it had
    /// been before, nobody here knows its type, or it is parked. Effects run in their order, those
    /// of one tenant in one transaction (docs/adr/020); what an effect appends to the outbox names
    /// its event as its cause.
    ///
    /// Where one of them fails, the rest is not held back by it: each half is tried by itself.
    /// While a database, the broker or a peer is away it waits and tries again. An effect that
    /// fails otherwise is tried three times. So an effect may run again after it was taken back.
    public void receive(
            String consumer, ConsumerRecords<String, byte[]> received, Consumer<Received> effect) {
        if (Redelivered.isForAnother(consumer)) {
            return;
        }
        Map<String, List<Arrival>> ofTenants = new LinkedHashMap<>();
        for (var each : received) {
            switch (CloudEvents.read(each)) {
                case CloudEvents.Reading.Illegible(var why) ->
                        patience.untilDone(() -> deadLetters.keep(consumer, each, why));
                case CloudEvents.Reading.Legible(var envelope) ->
                        ofTenants
                                .computeIfAbsent(envelope.stream().tenant(), _ -> new ArrayList<>())
                                .add(new Arrival(consumer, envelope, each));
            }
        }
        ofTenants.values().forEach(arrivals -> settle(arrivals, effect));
    }

    /// Whether the events of a subject are taken in their order there, and missed where one is not.
    public static boolean keepsOrderOn(String topic) {
        return Cursors.keepsOrderOn(topic);
    }

    private record Arrival(
            String consumer, Envelope envelope, ConsumerRecord<String, byte[]> received) {}

    private void settle(List<Arrival> arrivals, Consumer<Received> effect) {
        if (arrivals.size() == 1) {
            settle(arrivals.getFirst(), effect);
        } else if (!patience.goesAtOnce(() -> apply(arrivals, effect))) {
            int half = arrivals.size() / 2;
            settle(arrivals.subList(0, half), effect);
            settle(arrivals.subList(half, arrivals.size()), effect);
        }
    }

    private void settle(Arrival arrival, Consumer<Received> effect) {
        patience.attempt(
                arrival.envelope().id(),
                () -> {
                    try {
                        apply(List.of(arrival), effect);
                    } catch (NotInTurn why) {
                        park(arrival, why);
                    }
                },
                poison -> giveUp(arrival, poison));
    }

    // What the table cannot hold either would hold up the partition: its subject waits for a
    // person all the same where the topic keeps order, as before any event that is missing.
    private void giveUp(Arrival arrival, NotInTurn poison) {
        patience.failureOf(() -> park(arrival, poison))
                .ifPresent(failure ->
                        deadLetters.keep(
                                arrival.consumer(),
                                arrival.received(),
                                "it cannot be kept aside: " + StorageFailure.kindOf(failure)));
    }

    private void apply(List<Arrival> arrivals, Consumer<Received> effect) {
        var first = arrivals.getFirst();
        var taken = inTransaction(first.envelope(), () -> admitAndApply(arrivals, effect));
        for (int i = 0; i < arrivals.size(); i++) {
            metrics.in(arrivals.get(i).envelope(), taken.results().get(i));
        }
        for (var arrival : arrivals) {
            String others = taken.unheard().get(arrival.envelope().id());
            if (others != null) {
                complain(arrival, others);
            }
        }
    }

    /// What became of each, and which were passed over though they are new.
    private record Taken(List<String> results, Map<UUID, String> unheard) {}

    private Taken admitAndApply(List<Arrival> arrivals, Consumer<Received> effect) {
        String consumer = arrivals.getFirst().consumer();
        var admitted = cursors.admit(consumer, arrivals.stream().map(Arrival::envelope).toList());
        List<String> results = new ArrayList<>();
        Set<UUID> effective = new HashSet<>();
        Set<UUID> passedOver = new HashSet<>();
        for (int i = 0; i < arrivals.size(); i++) {
            var arrival = arrivals.get(i);
            boolean next = admitted.get(i);
            (next ? effective : passedOver).add(arrival.envelope().id());
            results.add(next ? apply(arrival, effect) : "duplicate");
        }
        passedOver.removeAll(effective);
        return new Taken(results, unheard.among(consumer, passedOver));
    }

    private void complain(Arrival arrival, String others) {
        var envelope = arrival.envelope();
        metrics.unheard(envelope);
        LOG.errorf(
                "Unheard: consumer=%s event=%s type=%s topic=%s source=%s position=%d/%d heard=%s",
                arrival.consumer(),
                envelope.id(),
                envelope.type(),
                envelope.stream().topic(),
                envelope.stream().source(),
                envelope.position().epoch(),
                envelope.position().sequence(),
                others);
    }

    private String apply(Arrival arrival, Consumer<Received> effect) {
        var envelope = arrival.envelope();
        var type = envelope.agreed();
        if (type.isEmpty()) {
            return "unknown";
        }
        Event event = EventJson.read(type.get().event(), arrival.received().value());
        trace.follow(envelope);
        effect.accept(new Received(envelope, event, new String(arrival.received().value(), UTF_8)));
        // The next effect must find what this one has done, however it looks, and no more than
        // that.
        entities.flush();
        entities.clear();
        return "applied";
    }

    private void park(Arrival arrival, NotInTurn why) {
        var envelope = arrival.envelope();
        String result =
                inTransaction(
                        envelope,
                        () -> {
                            parking.park(arrival.consumer(), envelope, arrival.received(), why);
                            return "parked";
                        });
        metrics.in(envelope, result);
    }

    private <T> T inTransaction(Envelope envelope, Callable<T> work) {
        return TenantScope.call(
                new Tenant(envelope.stream().tenant()),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
