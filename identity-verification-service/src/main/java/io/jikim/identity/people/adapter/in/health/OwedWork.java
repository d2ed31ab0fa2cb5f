package io.jikim.identity.people.adapter.in.health;

import io.jikim.identity.people.application.port.DueWork;
import io.jikim.identity.people.application.port.DueWork.Backlog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Tells how much waits for the identity provider and for retention-service, and which of them did
/// not answer; the service itself goes on, so it stays ready.
@Startup
@Wellness
@ApplicationScoped
class OwedWork implements HealthCheck {

    private final DueWork dueWork;
    private final InstantSource clock;

    OwedWork(DueWork dueWork, InstantSource clock, MeterRegistry metrics) {
        this.dueWork = dueWork;
        this.clock = clock;
        metrics.gauge("jikim_identity_erasure_tasks", dueWork, d -> d.erasureBacklog().count());
        metrics.gauge("jikim_identity_account_tasks", dueWork, d -> d.accountBacklog().count());
    }

    @Override
    public HealthCheckResponse call() {
        var accounts = dueWork.accountBacklog();
        var erasures = dueWork.erasureBacklog();
        boolean provider = dueWork.providerFailures() == 0;
        boolean data = dueWork.dataFailures() == 0;
        return HealthCheckResponse.named("owed-work")
                .status(provider && data)
                .withData("identityProvider", provider ? "answers" : "away")
                .withData("retentionOrKeys", data ? "answers" : "away")
                .withData("loginAccounts", accounts.count())
                .withData("loginAccountsOldestSeconds", age(accounts))
                .withData("erasureTasks", erasures.count())
                .withData("erasureTasksOldestSeconds", age(erasures))
                .build();
    }

    private long age(Backlog backlog) {
        return backlog.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
