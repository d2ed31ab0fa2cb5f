package io.jikim.identity.verification.adapter.in.health;

import io.jikim.identity.verification.application.port.Mails;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tells how many mails wait. Not well means that the mail server did not take one; starts are
/// accepted all the same, so the service stays ready.
@Startup
@Wellness
@ApplicationScoped
class MailQueue implements HealthCheck {

    private final Mails mails;
    private final InstantSource clock;

    MailQueue(Mails mails, InstantSource clock, MeterRegistry metrics) {
        this.mails = mails;
        this.clock = clock;
        metrics.gauge("jikim_identity_mails_queued", mails, m -> m.queue().count());
    }

    @Override
    public HealthCheckResponse call() {
        var queue = mails.queue();
        return HealthCheckResponse.named("mail")
                .status(queue.failures() == 0)
                .withData("queued", queue.count())
                .withData(
                        "oldestSeconds",
                        queue.oldest()
                                .map(at -> Duration.between(at, clock.instant()).toSeconds())
                                .orElse(0L))
                .build();
    }
}
