package io.jikim.audit.adapter.in.kafka;

import io.jikim.audit.application.AppendFacts;
import io.jikim.audit.application.KeepAside;
import io.jikim.audit.application.Turn;
import io.jikim.audit.application.port.BrokenLog;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.application.port.NotContinued;
import io.jikim.audit.domain.Numbered;
import io.jikim.platform.messaging.Patience;
import io.jikim.platform.messaging.Transience;
import io.jikim.platform.problem.Unquoted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// Appends a batch until it is in the log: waits while a part is away, and finds the one fact that
/// never works.
@ApplicationScoped
class Sequencer {
    private static final Logger LOG = Logger.getLogger(Sequencer.class);

    private final AppendFacts appendFacts;
    private final KeepAside keepAside;
    private final Turn turn;
    private final Patience patience;

    Sequencer(AppendFacts appendFacts, KeepAside keepAside, Turn turn, Patience patience) {
        this.turn = turn;
        this.appendFacts = appendFacts;
        this.keepAside = keepAside;
        this.patience = patience;
    }

    void append(List<Arrival> batch) {
        if (!batch.isEmpty()) {
            patience.untilDone(() -> appendOrDivide(batch));
        }
    }

    void keepAside(ConsumerRecord<String, byte[]> received, String why, Optional<Numbered> number) {
        var numbers = number.stream().toList();
        patience.untilDone(() -> keepAside.keep(LeftoverOf.record(received, why), numbers));
        LOG.errorf(
                "Kept aside: topic=%s partition=%d offset=%d error=%s",
                received.topic(), received.partition(), received.offset(), why);
    }

    private void appendOrDivide(List<Arrival> batch) {
        try {
            var facts = batch.stream().map(Arrival::fact).toList();
            turn.take(() -> appendFacts.append(facts));
        } catch (LogMoved | BrokenLog | NotContinued e) {
            throw e;
        } catch (RuntimeException e) {
            if (Transience.of(e)) {
                throw e;
            }
            divide(batch, e);
        }
    }

    private void divide(List<Arrival> batch, RuntimeException e) {
        if (batch.size() == 1) {
            LOG.error("A fact fails every time", Unquoted.of(e));
            var arrival = batch.getFirst();
            var number = Numbered.of(arrival.fact());
            keepAside(arrival.received(), e.getClass().getSimpleName(), number);
            return;
        }
        int half = batch.size() / 2;
        append(batch.subList(0, half));
        append(batch.subList(half, batch.size()));
    }
}
