package io.jikim.retention.erasure.adapter.in.health;

import io.jikim.retention.erasure.application.port.DueWork;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Open cases and who is awaited: that somebody is silent is data about a case, not a failure of
/// this service.
@Wellness
@ApplicationScoped
class CasesWellness implements HealthCheck {
    private final DueWork due;

    CasesWellness(DueWork due) {
        this.due = due;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("erasures").up();
        due.openByState().forEach((state, count) -> answer.withData("open." + state, count));
        due.awaited().forEach((name, count) -> answer.withData("awaited." + name, count));
        return answer.build();
    }
}
