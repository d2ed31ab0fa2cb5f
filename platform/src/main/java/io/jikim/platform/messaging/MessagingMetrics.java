package io.jikim.platform.messaging;

import io.jikim.platform.time.SteadyTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What can be watched from outside. No label holds an id.
///
/// What could not be looked at is no number: the last one that was seen would say for as long as
/// the database is away that nothing waits.
@Singleton
class MessagingMetrics {

    private static final Logger LOG = Logger.getLogger(MessagingMetrics.class);
    private static final Duration STALE = Duration.ofSeconds(30);

    private record Look(Backlog backlog, Horizon horizon) {}

    private final MeterRegistry registry;
    private final Backlogs backlogs;
    private final Horizons horizons;
    private final SteadyTime time;
    private volatile @Nullable Look last;
    private volatile Duration lookedAt;

    MessagingMetrics(
            MeterRegistry registry, Backlogs backlogs, Horizons horizons, SteadyTime time) {
        this.registry = registry;
        this.backlogs = backlogs;
        this.horizons = horizons;
        this.time = time;
        this.lookedAt = time.passed();
        gauge("jikim.outbox.oldest.seconds", it -> it.backlog.oldestSeconds());
        gauge("jikim.outbox.rows", it -> it.backlog.waiting());
        gauge("jikim.parked", it -> it.backlog.parked());
        gauge("jikim.gaps", it -> it.backlog.gaps());
        gauge("jikim.xmin.age.seconds", it -> it.horizon.oldestSeconds());
        gauge("jikim.xmin.age.transactions", it -> it.horizon.transactions());
        registry.gauge("jikim.database.looked.ago.seconds", this, it -> it.ago().toSeconds());
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
            last = new Look(backlogs.now(), horizons.now());
            lookedAt = time.passed();
        } catch (StorageFailure e) {
            last = null;
            LOG.debugf("The backlog is not known: %s", e);
        }
    }

    private void gauge(String name, ToDoubleFunction<Look> value) {
        registry.gauge(name, this, it -> it.seen(value));
    }

    // A look that hangs has not failed yet.
    private double seen(ToDoubleFunction<Look> value) {
        var look = last;
        return look == null || ago().compareTo(STALE) > 0 ? Double.NaN : value.applyAsDouble(look);
    }

    private Duration ago() {
        return time.passed().minus(lookedAt);
    }
}
