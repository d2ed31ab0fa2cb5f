package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.testkit.stack.Stack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class MessagingMetricsTest {

    @Inject Backlogs backlogs;
    @Inject Horizons horizons;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Duration passed = Duration.ZERO;

    @Test
    void a_look_that_does_not_come_back_leaves_no_number_behind() {
        var metrics = new MessagingMetrics(meters, backlogs, horizons, () -> passed);
        assertThat(value("jikim.parked")).isNaN();
        metrics.look();
        passed = passed.plusSeconds(30);
        assertThat(value("jikim.parked")).isNotNaN();

        passed = passed.plusSeconds(1);

        assertThat(value("jikim.parked")).isNaN();
        assertThat(value("jikim.outbox.oldest.seconds")).isNaN();
        assertThat(value("jikim.database.looked.ago.seconds")).isEqualTo(31);
        metrics.look();
        assertThat(value("jikim.parked")).isNotNaN();
        assertThat(value("jikim.database.looked.ago.seconds")).isZero();
    }

    private double value(String gauge) {
        return meters.get(gauge).gauge().value();
    }
}
