package io.jikim.audit.adapter.in.kafka;

import io.jikim.audit.application.HearHeartbeat;
import io.jikim.audit.application.PassOver;
import io.jikim.audit.domain.Numbered;
import io.jikim.audit.domain.Reach;
import io.jikim.contracts.EventTypes;
import io.jikim.platform.messaging.Envelope;
import io.jikim.platform.messaging.Heartbeat;
import io.jikim.platform.messaging.Patience;
import io.jikim.platform.messaging.Reading;
import io.jikim.platform.messaging.Reading.Beat;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps account of what came beside the facts: numbers of what nobody here has agreed to, and
/// heartbeats.
@ApplicationScoped
class Tally {
    private final PassOver passOver;
    private final HearHeartbeat hearHeartbeat;
    private final Patience patience;

    Tally(PassOver passOver, HearHeartbeat hearHeartbeat, Patience patience) {
        this.passOver = passOver;
        this.hearHeartbeat = hearHeartbeat;
        this.patience = patience;
    }

    static Optional<Numbered> numberOf(Envelope envelope) {
        var stream = envelope.stream();
        return Optional.of(envelope)
                .filter(it -> stream.topic().equals(EventTypes.ACCESS_RECORDS))
                .map(it ->
                        new Numbered(
                                stream.source(),
                                stream.tenant(),
                                stream.subject(),
                                it.position().epoch(),
                                it.position().sequence()))
                .filter(Numbered::isPossible);
    }

    /// When all that came with them is in the log: a heartbeat speaks of what stands before it.
    void take(List<Reading> readings) {
        var numbers = new ArrayList<Numbered>();
        var heartbeats = new ArrayList<Heartbeat>();
        for (var reading : readings) {
            reading.outside().flatMap(Tally::numberOf).ifPresent(numbers::add);
            if (reading instanceof Beat(var heartbeat)) {
                heartbeats.add(heartbeat);
            }
        }
        if (!numbers.isEmpty()) {
            patience.untilDone(() -> passOver.pass(numbers));
        }
        heartbeats.forEach(this::hear);
    }

    private void hear(Heartbeat heartbeat) {
        var reaches =
                heartbeat.streams().stream().map(it -> reach(heartbeat.source(), it)).toList();
        patience.untilDone(() -> hearHeartbeat.hear(heartbeat.source(), reaches));
    }

    private static Reach reach(String source, Heartbeat.Reached it) {
        return new Reach(source, it.tenant(), it.subject(), it.epoch(), it.after(), it.last());
    }
}
