package io.jikim.retention.erasure.adapter.out.smtp;

import io.jikim.retention.erasure.application.port.DueWork;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// How many cases wait for their result notice. Not well means that the mail server did not take
/// the last one and somebody still waits; orders are carried out all the same.
@Wellness
@ApplicationScoped
class MailWellness implements HealthCheck {
    private final DueWork due;
    private final MailServer server;

    MailWellness(DueWork due, MailServer server) {
        this.due = due;
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        long waiting = due.openByState().getOrDefault("VERIFIED", 0L);
        // another instance may have delivered what this one could not
        return HealthCheckResponse.named("mail")
                .status(!server.refusedLast() || waiting == 0)
                .withData("waiting", waiting)
                .build();
    }
}
