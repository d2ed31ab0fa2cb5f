package io.jikim.retention.erasure.adapter.in.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class AcknowledgementsWellnessTest {
    @Test
    void shows_how_often_somebody_was_not_believed() {
        var metrics = new SimpleMeterRegistry();
        metrics.counter("jikim.erasure.acknowledgements", "result", "forged").increment(2);
        metrics.counter("jikim.erasure.acknowledgements", "result", "counted").increment(9);

        var answer = new AcknowledgementsWellness(metrics).call();

        assertThat(answer.getName()).isEqualTo("acknowledgements");
        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        assertThat(answer.getData())
                .hasValueSatisfying(data ->
                        assertThat(data)
                                .containsEntry("forged", 2L)
                                .containsEntry("unknown-participant", 0L)
                                .doesNotContainKey("counted"));
    }
}
