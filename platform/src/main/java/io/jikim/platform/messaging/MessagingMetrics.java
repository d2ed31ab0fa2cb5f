package io.jikim.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// What can be watched from outside. No label holds an id.
@Singleton
class MessagingMetrics {

    private static final Logger LOG = Logger.getLogger(MessagingMetrics.class);

    private final MeterRegistry registry;
    private final Backlogs backlogs;
    private final Horizons horizons;
    private volatile Backlog backlog = Backlog.EMPTY;
    private volatile Horizon horizon = Horizon.NEAR;

    MessagingMetrics(MeterRegistry registry, Backlogs backlogs, Horizons horizons) {
        this.registry = registry;
        this.backlogs = backlogs;
        this.horizons = horizons;
        registry.gauge("jikim.outbox.oldest.seconds", this, it -> it.backlog.oldestSeconds());
        registry.gauge("jikim.outbox.rows", this, it -> it.backlog.waiting());
        registry.gauge("jikim.parked", this, it -> it.backlog.parked());
        registry.gauge("jikim.gaps", this, it -> it.backlog.gaps());
        registry.gauge("jikim.xmin.age.seconds", this, it -> it.horizon.oldestSeconds());
        registry.gauge("jikim.xmin.age.transactions", this, it -> it.horizon.transactions());
    }

    void out(int events) {
        registry.counter("jikim.events.out").increment(events);
    }

    void in(Envelope event, String result) {
        registry.counter("jikim.events.in", "topic", event.stream().topic(), "result", result)
                .increment();
    }

    /// Passed over as heard, though it is new here: a fact that this reader will never see.
    void unheard(Envelope event) {
        registry.counter("jikim.events.unheard", "topic", event.stream().topic()).increment();
    }

    void deadLetter(String topic) {
        registry.counter("jikim.dead.letters", "topic", topic).increment();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            backlog = backlogs.now();
            horizon = horizons.now();
        } catch (StorageFailure e) {
            LOG.debugf("The backlog is not known: %s", e);
        }
    }
}
