package io.jikim.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready while the database is: without the broker requests are still taken, their events wait. A
/// relay whose thread has ended waits for nothing, so that the service must be started anew. A
/// database older than what it has said is for a person to look at.
@Readiness
@ApplicationScoped
class MessagingReadiness implements HealthCheck {

    private final Backlogs backlogs;
    private final Turns turns;
    private final Milestones milestones;

    MessagingReadiness(Backlogs backlogs, Turns turns, Milestones milestones) {
        this.backlogs = backlogs;
        this.turns = turns;
        this.milestones = milestones;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("messaging");
        if (!turns.allAlive()) {
            return answer.down().withData("relay", "ended").build();
        }
        var outdated = milestones.outdated();
        if (outdated.isPresent()) {
            return answer.down().withData("epoch", outdated.get().sentence()).build();
        }
        try {
            var backlog = backlogs.now();
            return answer.up()
                    .withData("outbox", backlog.waiting())
                    .withData("parked", backlog.parked())
                    .build();
        } catch (StorageFailure e) {
            return answer.down().withData("database", "away").build();
        }
    }
}
