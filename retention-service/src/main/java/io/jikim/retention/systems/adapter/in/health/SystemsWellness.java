package io.jikim.retention.systems.adapter.in.health;

import io.jikim.retention.systems.application.WatchSystems;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Unwell while a connected system is away or has something that its mapping does not cover:
/// erasures wait for the one, and could miss data in the other.
@Wellness
@ApplicationScoped
class SystemsWellness implements HealthCheck {
    private final WatchSystems watch;

    SystemsWellness(WatchSystems watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("connected-systems").up();
        for (var system : watch.everywhere()) {
            var state = system.state();
            String name = system.tenant() + "/" + state.name();
            if (state.away() != null) {
                answer.down().withData(name, state.away());
            } else if (!state.alarms().isEmpty()) {
                answer.down().withData(name, String.join("; ", state.alarms()));
            }
        }
        return answer.build();
    }
}
