package io.jikim.platform.messaging;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Unwell before data is at risk: events have waited in the outbox for long, or an old snapshot
/// lets the tables grow.
@Wellness
@ApplicationScoped
class BacklogWellness implements HealthCheck {

    private final Backlogs backlogs;
    private final Horizons horizons;
    private final Duration outbox;
    private final Duration snapshot;
    private final long transactions;

    BacklogWellness(
            Backlogs backlogs,
            Horizons horizons,
            @ConfigProperty(name = "jikim.messaging.alarm.outbox", defaultValue = "60s")
                    Duration outbox,
            @ConfigProperty(name = "jikim.messaging.alarm.snapshot", defaultValue = "10m")
                    Duration snapshot,
            @ConfigProperty(name = "jikim.messaging.alarm.transactions", defaultValue = "1000000")
                    long transactions) {
        this.backlogs = backlogs;
        this.horizons = horizons;
        this.outbox = outbox;
        this.snapshot = snapshot;
        this.transactions = transactions;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("event-backlog");
        try {
            var backlog = backlogs.now();
            var horizon = horizons.now();
            return answer.status(isNear(backlog, horizon))
                    .withData("outbox-oldest-seconds", (long) backlog.oldestSeconds())
                    .withData("snapshot-oldest-seconds", (long) horizon.oldestSeconds())
                    .withData("snapshot-age-transactions", horizon.transactions())
                    .build();
        } catch (StorageFailure e) {
            return answer.down().withData("database", "away").build();
        }
    }

    private boolean isNear(Backlog backlog, Horizon horizon) {
        return backlog.oldestSeconds() < outbox.toSeconds()
                && horizon.oldestSeconds() < snapshot.toSeconds()
                && horizon.transactions() < transactions;
    }
}
