package io.jikim.retention.erasure.adapter.in.schedule;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.retention.erasure.application.WorkOnErasure;
import io.jikim.retention.erasure.domain.CaseRef;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/// Works on cases as soon as something about them is committed: never two at a time on one case, a
/// few at a time in all.
@ApplicationScoped
class CaseWorker {
    private static final Logger LOG = Logger.getLogger(CaseWorker.class);

    /// Each worker may keep a guarding connection and one of its own.
    private static final int AT_ONCE = 4;

    private enum Wish {
        RUNNING,
        ONCE_MORE
    }

    private final WorkOnErasure work;
    private final ConcurrentMap<CaseRef, Wish> cases = new ConcurrentHashMap<>();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().name("case-", 0).factory());

    CaseWorker(WorkOnErasure work) {
        this.work = work;
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) CaseRef erasure) {
        wake(erasure);
    }

    void wake(CaseRef erasure) {
        if (cases.merge(erasure, Wish.RUNNING, (_, _) -> Wish.ONCE_MORE) == Wish.RUNNING) {
            threads.execute(() -> untilNobodyAsks(erasure));
        }
    }

    private void untilNobodyAsks(CaseRef erasure) {
        do {
            try {
                TenantScope.run(
                        new Tenant(erasure.tenant().code()), () -> work.work(erasure.erasure()));
            } catch (RuntimeException e) {
                LOG.warnf(
                        e,
                        "Work on a case broke off and is taken up again case=%s",
                        erasure.erasure());
            }
        } while (cases.computeIfPresent(
                        erasure, (_, wish) -> wish == Wish.ONCE_MORE ? Wish.RUNNING : null)
                != null);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
