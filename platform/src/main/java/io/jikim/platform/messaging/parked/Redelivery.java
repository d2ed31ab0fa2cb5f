package io.jikim.platform.messaging.parked;

import io.jikim.platform.messaging.Redelivered;
import io.jikim.platform.messaging.Turns;
import io.jikim.platform.trouble.Troubles;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Brings events that were kept aside to their readers again: those that a person wants tried
/// again, and by itself those whose turn has come since.
@ApplicationScoped
public class Redelivery {

    private static final Logger LOG = Logger.getLogger(Redelivery.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final DueEvents due;
    private final Listeners listeners;
    private final Turns turns;
    private final Troubles troubles = new Troubles(LOG);
    private final Semaphore news = new Semaphore(0);
    private final Set<UUID> withoutReader = ConcurrentHashMap.newKeySet();

    Redelivery(DueEvents due, Listeners listeners, Turns turns) {
        this.due = due;
        this.listeners = listeners;
        this.turns = turns;
    }

    void start(@Observes StartupEvent event) {
        turns.start("jikim-redelivery", this::turn);
    }

    /// Looks now, and not at the next second.
    public void look() {
        news.release();
    }

    private void turn() throws InterruptedException {
        troubles.during("look for parked events that are due", this::deliverWhatIsDue);
        if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    // An event that has had its effect makes the next one of its stream due.
    private void deliverWhatIsDue() {
        Set<UUID> tried = new HashSet<>(withoutReader);
        for (var batch = due.now(tried); !batch.isEmpty(); batch = due.now(tried)) {
            for (var event : batch) {
                tried.add(event.id());
                troubles.during("redelivery of parked=" + event.id(), () -> deliver(event));
            }
        }
    }

    private void deliver(DueEvents.Due event) {
        Redelivered.to(
                event.consumer(),
                () -> {
                    if (!listeners.deliver(event.received()) || due.isUntouched(event)) {
                        withoutReader.add(event.id());
                        LOG.errorf(
                                "Nobody here takes a parked event: consumer=%s topic=%s parked=%s",
                                event.consumer(), event.received().topic(), event.id());
                    }
                });
    }
}
