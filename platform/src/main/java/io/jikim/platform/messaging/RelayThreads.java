package io.jikim.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/// Runs the relay and, on a thread of its own so that a slow broker cannot cost the lease, the
/// renewal of its leases.
@ApplicationScoped
class RelayThreads {

    private static final Logger LOG = Logger.getLogger(RelayThreads.class);

    private final Topics topics;
    private final Leases leases;
    private final Relay relay;
    private final Wake wake;
    private final Turns turns;

    RelayThreads(Topics topics, Leases leases, Relay relay, Wake wake, Turns turns) {
        this.topics = topics;
        this.leases = leases;
        this.relay = relay;
        this.wake = wake;
        this.turns = turns;
    }

    // Before the consumers come up: they would look for a missing topic only seldom.
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event)
            throws InterruptedException {
        boolean ready = createTopics();
        turns.start("jikim-lease", this::renew);
        turns.start(
                "jikim-relay",
                new Turns.Turn() {
                    private boolean topicsReady = ready;

                    @Override
                    public void run() throws InterruptedException {
                        topicsReady = topicsReady || createTopics();
                        if (topicsReady) {
                            relay.turn(wake);
                        } else {
                            Thread.sleep(1_000);
                        }
                    }
                });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        turns.stop();
        try {
            leases.release();
        } catch (RuntimeException e) {
            LOG.infof("Leases run out by themselves: %s", e);
        }
    }

    private void renew() throws InterruptedException {
        try {
            leases.renew();
        } catch (RuntimeException e) {
            LOG.warnf("Leases are not renewed: %s", e);
        }
        Thread.sleep(leases.length().dividedBy(4));
    }

    private boolean createTopics() throws InterruptedException {
        try {
            topics.createMissing();
            return true;
        } catch (ExecutionException | RuntimeException e) {
            LOG.warnf("Topics are not there yet: %s", e);
            return false;
        }
    }
}
