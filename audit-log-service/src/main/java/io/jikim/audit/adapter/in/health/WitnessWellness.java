package io.jikim.audit.adapter.in.health;

import io.jikim.audit.application.AskWitnesses;
import io.jikim.audit.application.AskWitnesses.Report;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Unwell while a witness has not cosigned the log's head, and why.
@Wellness
@ApplicationScoped
class WitnessWellness implements HealthCheck {
    private final AskWitnesses askWitnesses;

    WitnessWellness(AskWitnesses askWitnesses) {
        this.askWitnesses = askWitnesses;
    }

    @Override
    public HealthCheckResponse call() {
        var reports = askWitnesses.reports();
        var response =
                HealthCheckResponse.named("log-witnesses")
                        .status(reports.stream().allMatch(Report::well));
        reports.forEach(report -> response.withData(report.witness(), report.state()));
        return response.build();
    }
}
