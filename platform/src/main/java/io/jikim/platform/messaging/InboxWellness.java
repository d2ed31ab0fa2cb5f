package io.jikim.platform.messaging;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Unwell while an event has been held back for some time because something it needs is away.
@Wellness
@ApplicationScoped
class InboxWellness implements HealthCheck {

    private static final Duration SOME_TIME = Duration.ofSeconds(2);

    private final Patience patience;

    InboxWellness(Patience patience) {
        this.patience = patience;
    }

    @Override
    public HealthCheckResponse call() {
        var held = patience.longest();
        return HealthCheckResponse.named("inbox")
                .status(held.compareTo(SOME_TIME) < 0)
                .withData("held-seconds", held.toSeconds())
                .build();
    }
}
