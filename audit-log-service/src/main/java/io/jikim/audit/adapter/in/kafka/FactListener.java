package io.jikim.audit.adapter.in.kafka;

import io.jikim.audit.domain.Numbered;
import io.jikim.platform.messaging.Reading;
import io.jikim.platform.messaging.Reading.Beat;
import io.jikim.platform.messaging.Reading.Known;
import io.jikim.platform.messaging.Reading.Unknown;
import io.jikim.platform.messaging.Reading.Unreadable;
import io.jikim.platform.messaging.Received;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Brings everything that is told on the bus into the log, many at once.
///
/// It does not use the inbox: the log knows each event by its name for as long as it keeps its
/// entry, and order between streams is what it gives, not what it needs (docs/adr/012).
@ApplicationScoped
class FactListener {
    private final Sequencer sequencer;
    private final FactTranslator translator;
    private final Tally tally;
    private final MeterRegistry metrics;

    FactListener(
            Sequencer sequencer, FactTranslator translator, Tally tally, MeterRegistry metrics) {
        this.sequencer = sequencer;
        this.translator = translator;
        this.tally = tally;
        this.metrics = metrics;
    }

    /// Returns when every record has its place, had it before, or is kept aside.
    @Incoming("facts")
    @Blocking
    @ActivateRequestContext
    public void on(ConsumerRecords<String, byte[]> batch) {
        var arrivals = new ArrayList<Arrival>();
        var account = new ArrayList<Reading>();
        for (var received : batch) {
            read(received, arrivals, account);
        }
        sequencer.append(arrivals);
        tally.take(account);
    }

    private void read(
            ConsumerRecord<String, byte[]> received,
            List<Arrival> arrivals,
            List<Reading> account) {
        var reading = Reading.of(received);
        switch (reading) {
            case Known(var known) -> translate(received, known, arrivals);
            case Unknown _ -> {
                account.add(reading);
                count(received, "unknown");
            }
            case Beat _ -> account.add(reading);
            case Unreadable(var why, _) ->
                    keepAside(received, why, reading.outside().flatMap(Tally::numberOf));
        }
    }

    private void translate(
            ConsumerRecord<String, byte[]> received, Received known, List<Arrival> arrivals) {
        switch (translator.translate(known)) {
            case FactTranslator.Translation.Done(var fact) -> {
                arrivals.add(new Arrival(fact, received));
                count(received, "applied");
            }
            case FactTranslator.Translation.Impossible(var why) ->
                    keepAside(received, why, Tally.numberOf(known.envelope()));
        }
    }

    private void keepAside(
            ConsumerRecord<String, byte[]> received, String why, Optional<Numbered> number) {
        sequencer.keepAside(received, why, number);
        count(received, "parked");
    }

    private void count(ConsumerRecord<String, byte[]> received, String result) {
        metrics.counter("jikim.events.in", "topic", received.topic(), "result", result).increment();
    }
}
