package io.jikim.platform.messaging;

import io.jikim.platform.time.SteadyTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// Each health check as a number, 1 where it is up and 0 where it is down: who watches metrics need
/// not ask for health too. How long ago they were asked is a number of its own, because a check
/// that hangs says nothing at all.
@Singleton
class HealthMetrics {

    private static final Logger LOG = Logger.getLogger(HealthMetrics.class);

    private final SmallRyeHealthReporter health;
    private final SteadyTime time;
    private final MultiGauge gauges;
    private volatile Duration askedAt;

    HealthMetrics(SmallRyeHealthReporter health, SteadyTime time, MeterRegistry registry) {
        this.health = health;
        this.time = time;
        this.gauges = MultiGauge.builder("jikim.health").register(registry);
        this.askedAt = time.passed();
        registry.gauge(
                "jikim.health.asked.ago.seconds",
                this,
                it -> it.time.passed().minus(it.askedAt).toSeconds());
    }

    @Scheduled(
            every = "15s",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void ask() {
        try {
            List<Row<?>> rows = new ArrayList<>();
            rows.addAll(rows("ready", health.getReadiness()));
            rows.addAll(rows("well", health.getWellness()));
            gauges.register(rows, true);
            askedAt = time.passed();
        } catch (RuntimeException e) {
            LOG.debugf("Health is not known: %s", e.getClass().getSimpleName());
        }
    }

    private static List<Row<?>> rows(String kind, SmallRyeHealth health) {
        List<Row<?>> rows = new ArrayList<>();
        for (var check : health.getPayload().getJsonArray("checks").getValuesAs(JsonObject.class)) {
            rows.add(
                    Row.of(
                            Tags.of("kind", kind, "check", check.getString("name")),
                            check.getString("status").equals("UP") ? 1 : 0));
        }
        return rows;
    }
}
