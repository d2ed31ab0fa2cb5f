package io.jikim.platform.messaging.replay;

import io.jikim.platform.messaging.History;
import io.jikim.platform.messaging.Turns;
import io.jikim.platform.trouble.Troubles;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// Tells again what people want told again, a page at a time. Two instances may tell the same page;
/// whoever has heard it hears nothing new.
@ApplicationScoped
class ReplayThread {

    private static final Logger LOG = Logger.getLogger(ReplayThread.class);

    private final Replays replays;
    private final History history;
    private final Turns turns;
    private final Troubles troubles = new Troubles(LOG);

    ReplayThread(Replays replays, History history, Turns turns) {
        this.replays = replays;
        this.history = history;
        this.turns = turns;
    }

    void start(@Observes StartupEvent event) {
        turns.start("jikim-replay", this::turn);
    }

    private void turn() throws InterruptedException {
        troubles.during("replay", this::tellWhatIsOpen);
        Thread.sleep(1_000);
    }

    private void tellWhatIsOpen() {
        for (var open = replays.oldestOpen(); open.isPresent(); open = replays.oldestOpen()) {
            var replay = open.get();
            replays.goOn(replay, history.tellAgain(replay.choice(), replay.upTo()));
        }
    }
}
