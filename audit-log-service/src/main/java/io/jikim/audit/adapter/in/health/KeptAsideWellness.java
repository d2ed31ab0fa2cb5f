package io.jikim.audit.adapter.in.health;

import io.jikim.audit.application.CountLeftovers;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Unwell while something that was told is not in the log.
@Wellness
@ApplicationScoped
class KeptAsideWellness implements HealthCheck {
    private final CountLeftovers countLeftovers;

    KeptAsideWellness(CountLeftovers countLeftovers) {
        this.countLeftovers = countLeftovers;
    }

    @Override
    public HealthCheckResponse call() {
        long count = countLeftovers.count();
        return HealthCheckResponse.named("facts-kept-aside")
                .status(count == 0)
                .withData("records", count)
                .build();
    }
}
