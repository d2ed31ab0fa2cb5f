package io.jikim.platform.messaging;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Unwell while a subject is parked: a legal deadline runs and nothing moves by itself.
@Wellness
@ApplicationScoped
class ParkedWellness implements HealthCheck {

    private final Backlogs backlogs;

    ParkedWellness(Backlogs backlogs) {
        this.backlogs = backlogs;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("parked-subjects");
        try {
            var backlog = backlogs.now();
            return answer.status(backlog.parked() == 0)
                    .withData("events", backlog.parked())
                    .withData("subjects", backlog.parkedSubjects())
                    .withData("gaps", backlog.gaps())
                    .build();
        } catch (StorageFailure e) {
            return answer.down().withData("database", "away").build();
        }
    }
}
