package io.jikim.retention.erasure.adapter.in.health;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Acknowledgements that were not believed since this instance started. They changed nothing and
/// anybody who may write to the topic can cause them, so they are data and no alarm.
@Wellness
@ApplicationScoped
class AcknowledgementsWellness implements HealthCheck {
    private static final List<String> NOT_BELIEVED =
            List.of("forged", "unknown-participant", "unknown-case");
    private final MeterRegistry metrics;

    AcknowledgementsWellness(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("acknowledgements").up();
        NOT_BELIEVED.forEach(result -> answer.withData(result, count(result)));
        return answer.build();
    }

    private long count(String result) {
        var counters =
                metrics.find("jikim.erasure.acknowledgements").tag("result", result).counters();
        return Math.round(counters.stream().mapToDouble(Counter::count).sum());
    }
}
