package io.jikim.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready while the database is: without the broker requests are still taken, their events wait.
@Readiness
@ApplicationScoped
class MessagingReadiness implements HealthCheck {

    private final Backlogs backlogs;

    MessagingReadiness(Backlogs backlogs) {
        this.backlogs = backlogs;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("messaging");
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
