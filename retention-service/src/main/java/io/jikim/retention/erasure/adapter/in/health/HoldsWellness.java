package io.jikim.retention.erasure.adapter.in.health;

import io.jikim.retention.erasure.application.port.DueWork;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.TenantCode;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Not well while holds stand that only the archive knew: somebody has to say whether they are to
/// stand. Until then they keep what they name.
@Wellness
@ApplicationScoped
class HoldsWellness implements HealthCheck {
    private final Supplier<Map<HoldId, TenantCode>> found;

    @Inject
    HoldsWellness(DueWork due) {
        this(due::foundHolds);
    }

    HoldsWellness(Supplier<Map<HoldId, TenantCode>> found) {
        this.found = found;
    }

    @Override
    public HealthCheckResponse call() {
        var found = this.found.get();
        var answer = HealthCheckResponse.named("holds").status(found.isEmpty());
        found.forEach((hold, tenant) -> answer.withData("found." + hold.value(), tenant.code()));
        return answer.build();
    }
}
