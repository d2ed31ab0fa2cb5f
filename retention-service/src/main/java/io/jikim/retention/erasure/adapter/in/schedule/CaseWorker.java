package io.jikim.retention.erasure.adapter.in.schedule;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.messaging.Milestones;
import io.jikim.retention.erasure.application.PostponeErasure;
import io.jikim.retention.erasure.application.WorkOnErasure;
import io.jikim.retention.erasure.application.port.Erasures.Turn;
import io.jikim.retention.erasure.domain.CaseRef;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Works on cases as soon as something about them is committed: never two at a time on one case, a
/// few at a time in all. While this database is older than what was told from it nobody works: the
/// next look after that takes the case up.
@ApplicationScoped
class CaseWorker {
    /// Each worker may keep a guarding connection and one of its own.
    private static final int AT_ONCE = 4;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().name("case-", 0).factory());
    private final OneAtATime<CaseRef> cases = new OneAtATime<>(threads, this::work);
    private final WorkOnErasure work;
    private final PostponeErasure postpone;
    private final Milestones milestones;

    CaseWorker(WorkOnErasure work, PostponeErasure postpone, Milestones milestones) {
        this.work = work;
        this.postpone = postpone;
        this.milestones = milestones;
    }

    private void work(CaseRef erasure) {
        if (milestones.outdated().isPresent()) {
            return;
        }
        TenantScope.run(
                new Tenant(erasure.tenant().code()),
                () ->
                        Attempt.at(
                                () -> work.work(erasure.erasure()),
                                () -> postpone.postpone(erasure.erasure(), Turn.WORK)));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) CaseRef erasure) {
        wake(erasure);
    }

    void wake(CaseRef erasure) {
        cases.wake(erasure);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
