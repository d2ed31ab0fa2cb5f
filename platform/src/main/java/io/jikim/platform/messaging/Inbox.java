package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jikim.contracts.Event;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Where an event comes in: it has its effect once, in its turn, or is kept aside.
@ApplicationScoped
public class Inbox {

    private final CurrentTrace trace;
    private final Cursors cursors;
    private final Parking parking;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final MessagingMetrics metrics;

    Inbox(
            CurrentTrace trace,
            Cursors cursors,
            Parking parking,
            DeadLetters deadLetters,
            Patience patience,
            MessagingMetrics metrics) {
        this.trace = trace;
        this.cursors = cursors;
        this.parking = parking;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.metrics = metrics;
    }

    /// Returns when the record is dealt with for good: its effect is committed, it had been before,
    /// nobody here knows its type, or it is parked. The effect runs in a transaction of its own,
    /// for the event's tenant; what it appends to the outbox names the event as its cause.
    ///
    /// While a database, the broker or a peer is away it waits and tries again. An effect that
    /// fails otherwise is tried three times.
    public void receive(
            String consumer, ConsumerRecord<String, byte[]> received, Consumer<Received> effect) {
        if (Redelivered.isForAnother(consumer)) {
            return;
        }
        switch (CloudEvents.read(received)) {
            case CloudEvents.Reading.Illegible(var why) ->
                    patience.untilDone(() -> deadLetters.keep(consumer, received, why));
            case CloudEvents.Reading.Legible(var envelope) ->
                    settle(new Arrival(consumer, envelope, received), effect);
        }
    }

    /// Whether the events of a subject are taken in their order there, and missed where one is not.
    public static boolean keepsOrderOn(String topic) {
        return Cursors.keepsOrderOn(topic);
    }

    private record Arrival(
            String consumer, Envelope envelope, ConsumerRecord<String, byte[]> received) {}

    private void settle(Arrival arrival, Consumer<Received> effect) {
        patience.attempt(
                arrival.envelope().id(),
                () -> apply(arrival, effect),
                poison -> park(arrival, poison));
    }

    private void apply(Arrival arrival, Consumer<Received> effect) {
        try {
            String result = inTransaction(arrival.envelope(), () -> admitAndApply(arrival, effect));
            metrics.in(arrival.envelope(), result);
        } catch (NotInTurn why) {
            park(arrival, why);
        }
    }

    private String admitAndApply(Arrival arrival, Consumer<Received> effect) {
        var envelope = arrival.envelope();
        if (!cursors.admit(arrival.consumer(), envelope)) {
            return "duplicate";
        }
        var type = envelope.agreed();
        if (type.isEmpty()) {
            return "unknown";
        }
        Event event = EventJson.read(type.get().event(), arrival.received().value());
        effect.accept(new Received(envelope, event, new String(arrival.received().value(), UTF_8)));
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

    private String inTransaction(Envelope envelope, Callable<String> work) {
        return TenantScope.call(
                new Tenant(envelope.stream().tenant()),
                () -> {
                    trace.follow(envelope);
                    return QuarkusTransaction.requiringNew().call(work);
                });
    }
}
