package io.jikim.retention.erasure.adapter.in.schedule;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.retention.erasure.application.NameOverdue;
import io.jikim.retention.erasure.application.port.DueWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Names who is overdue and takes up work that broke off.
@ApplicationScoped
class DueCases {
    private static final Logger LOG = Logger.getLogger(DueCases.class);
    private static final int AT_ONCE = 100;

    private final DueWork due;
    private final NameOverdue nameOverdue;
    private final CaseWorker worker;

    DueCases(DueWork due, NameOverdue nameOverdue, CaseWorker worker) {
        this.due = due;
        this.nameOverdue = nameOverdue;
        this.worker = worker;
    }

    @Scheduled(
            every = "{jikim.retention.due-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        for (var overdue : due.overdue(AT_ONCE)) {
            try {
                TenantScope.run(
                        new Tenant(overdue.tenant().code()),
                        () -> nameOverdue.name(overdue.erasure()));
            } catch (RuntimeException e) {
                LOG.warnf(e, "An overdue case could not be named case=%s", overdue.erasure());
            }
        }
        due.toRecheck(AT_ONCE).forEach(worker::wake);
    }
}
