package io.jikim.retention.erasure.adapter.in.health;

import io.jikim.retention.erasure.application.port.DueWork;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Open cases and who is awaited; not well while a case is overdue or an answer is contested,
/// because somebody has to act. Requests are served all the same, so it is no matter of readiness.
@Wellness
@ApplicationScoped
class CasesWellness implements HealthCheck {
    private final DueWork due;

    CasesWellness(DueWork due) {
        this.due = due;
    }

    @Override
    public HealthCheckResponse call() {
        var overdue = due.overdueStill();
        var contested = due.contested();
        var answer =
                HealthCheckResponse.named("erasures").status(overdue == 0 && contested.isEmpty());
        answer.withData("overdue", overdue);
        due.openByState().forEach((state, count) -> answer.withData("open." + state, count));
        contested.forEach((name, count) -> answer.withData("contested." + name, count));
        due.awaited().forEach((name, count) -> answer.withData("awaited." + name, count));
        return answer.build();
    }
}
