package io.jikim.retention.erasure.adapter.in.schedule;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.trouble.Troubles;
import io.jikim.retention.erasure.application.NameOverdue;
import io.jikim.retention.erasure.application.PostponeErasure;
import io.jikim.retention.erasure.application.port.DueWork;
import io.jikim.retention.erasure.application.port.Erasures.Turn;
import io.jikim.retention.erasure.domain.CaseRef;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Names who is overdue and takes up work that broke off.
@ApplicationScoped
class DueCases {
    private static final int AT_ONCE = 100;

    private final Troubles troubles = new Troubles(Logger.getLogger(DueCases.class));
    private final DueWork due;
    private final NameOverdue nameOverdue;
    private final PostponeErasure postpone;
    private final CaseWorker worker;

    DueCases(DueWork due, NameOverdue nameOverdue, PostponeErasure postpone, CaseWorker worker) {
        this.due = due;
        this.nameOverdue = nameOverdue;
        this.postpone = postpone;
        this.worker = worker;
    }

    @Scheduled(
            every = "{jikim.retention.due-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        troubles.during("look for overdue cases", () -> due.overdue(AT_ONCE).forEach(this::name));
        troubles.during(
                "look for work to take up", () -> due.toRecheck(AT_ONCE).forEach(worker::wake));
    }

    private void name(CaseRef overdue) {
        troubles.during(
                "naming of an overdue case=" + overdue.erasure(),
                () ->
                        TenantScope.run(
                                new Tenant(overdue.tenant().code()),
                                () ->
                                        Attempt.at(
                                                () -> nameOverdue.name(overdue.erasure()),
                                                () ->
                                                        postpone.postpone(
                                                                overdue.erasure(), Turn.NAMING))));
    }
}
