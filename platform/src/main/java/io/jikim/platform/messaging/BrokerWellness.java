package io.jikim.platform.messaging;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Unwell while the broker is away.
@Wellness
@ApplicationScoped
class BrokerWellness implements HealthCheck {

    private final Broker broker;

    BrokerWellness(Broker broker) {
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker").status(broker.isReachable()).build();
    }
}
