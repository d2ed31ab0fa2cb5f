package io.jikim.retention.erasure.adapter.in.health;

import io.jikim.platform.trouble.Troubles;
import io.jikim.retention.erasure.application.port.DueWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// How many cases somebody has let run past their deadline: a legal promise is being broken.
@Singleton
class CasesMetrics {
    private final Troubles troubles = new Troubles(Logger.getLogger(CasesMetrics.class));
    private final DueWork due;
    private volatile long overdue;

    CasesMetrics(DueWork due, MeterRegistry registry) {
        this.due = due;
        registry.gauge("jikim.erasures.overdue", this, it -> it.overdue);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        troubles.during("count overdue cases", () -> overdue = due.overdueStill());
    }
}
