package io.jikim.platform.messaging;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/// Takes events from the outbox to the broker: reads, sends, strikes out; never two at once.
@Singleton
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(500);
    // Each batch costs three commits, however small it is: what comes meanwhile shares the next
    // one.
    private static final Duration GATHER = Duration.ofMillis(5);

    private final Leases leases;
    private final Letters letters;
    private final Postman postman;
    private final RefusedTopics refused;
    private final Milestones milestones;
    private final MessagingMetrics metrics;
    private Map<Short, Long> fences = Map.of();
    private boolean troubled;

    Relay(
            Leases leases,
            Letters letters,
            Postman postman,
            RefusedTopics refused,
            Milestones milestones,
            MessagingMetrics metrics) {
        this.leases = leases;
        this.letters = letters;
        this.postman = postman;
        this.refused = refused;
        this.milestones = milestones;
        this.metrics = metrics;
    }

    /// One batch; then waits for news where nothing is left to do. Trouble is waited out.
    void turn(Wake wake) throws InterruptedException {
        try {
            switch (publish()) {
                case MORE -> {
                    smooth();
                    Thread.sleep(GATHER);
                }
                case DONE -> {
                    smooth();
                    wake.await(LOOK);
                }
                case STUCK -> trouble("the broker does not take events");
                case SILENT -> Thread.sleep(PAUSE.multipliedBy(4));
            }
        } catch (RuntimeException e) {
            milestones.doubt();
            trouble(e.toString());
        }
    }

    /// How a batch ended.
    enum Outcome {
        MORE,
        DONE,
        STUCK,
        /// The database does not know what was said in its name.
        SILENT
    }

    Outcome publish() throws InterruptedException {
        var lease = leases.held();
        if (!lease.isHeld()) {
            return Outcome.DONE;
        }
        if (!lease.fences().equals(fences)) {
            // Somebody else may have spoken for a shard that is new here.
            milestones.doubt();
        }
        if (!milestones.fit()) {
            return Outcome.SILENT;
        }
        fences = lease.fences();
        if (!leases.held().fences().equals(fences)) {
            // The comparison took time, and the lease may be somebody else's by now.
            return Outcome.MORE;
        }
        var batch = letters.next(lease, refused.now(), BATCH);
        if (batch.letters().isEmpty()) {
            return Outcome.DONE;
        }
        var set = milestones.set(batch);
        var delivery = postman.deliver(batch.letters());
        if (!set.arrived()) {
            return Outcome.STUCK;
        }
        metrics.out(letters.settle(lease, delivery));
        // The milestones have arrived, so the broker is there.
        return refused.areAllThatFailed(batch.letters(), delivery) ? Outcome.MORE : Outcome.STUCK;
    }

    private void trouble(String what) throws InterruptedException {
        if (!troubled) {
            LOG.warnf("Events wait in the outbox: %s", what);
        }
        troubled = true;
        Thread.sleep(PAUSE);
    }

    private void smooth() {
        if (troubled) {
            LOG.info("Events flow again");
        }
        troubled = false;
    }
}
