package io.jikim.platform.messaging.replay;

import io.jikim.platform.messaging.History;
import io.jikim.platform.messaging.Turns;
import io.jikim.platform.trouble.Troubles;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Tells again what people want told again, a page at a time. Two instances may tell the same page;
/// whoever has heard it hears nothing new.
@ApplicationScoped
class ReplayThread {

    private static final Logger LOG = Logger.getLogger(ReplayThread.class);

    private final Replays replays;
    private final History history;
    private final Turns turns;
    private final MeterRegistry metrics;
    private volatile double howManyOpen = Double.NaN;
    private final Troubles troubles = new Troubles(LOG);

    ReplayThread(Replays replays, History history, Turns turns, MeterRegistry metrics) {
        this.replays = replays;
        this.history = history;
        this.turns = turns;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        metrics.gauge("jikim.replays.open", this, it -> it.howManyOpen);
        turns.start("jikim-replay", this::turn);
    }

    private void turn() throws InterruptedException {
        troubles.during("looking for replays", this::look);
        Thread.sleep(1_000);
    }

    private void look() {
        try {
            tellWhatIsOpen();
        } catch (RuntimeException e) {
            howManyOpen = Double.NaN;
            throw e;
        }
    }

    /// A page of each in turn, until nothing is left of any but those that do not go on now.
    private void tellWhatIsOpen() {
        Set<UUID> stuck = new HashSet<>();
        List<Replays.Replay> open;
        do {
            var all = replays.open();
            howManyOpen = all.size();
            open = all.stream().filter(it -> !stuck.contains(it.id())).toList();
            for (var replay : open) {
                stuck.add(replay.id());
                troubles.during(
                        "replay=" + replay.id(),
                        () -> {
                            replays.goOn(replay, history.tellAgain(replay.choice(), replay.upTo()));
                            stuck.remove(replay.id());
                        });
            }
        } while (!open.isEmpty());
    }
}
