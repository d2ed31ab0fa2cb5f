package io.jikim.identity.people.adapter.in.schedule;

import io.jikim.identity.people.application.port.DueWork;
import io.jikim.identity.people.application.port.DueWork.DueTask;
import io.jikim.platform.problem.Unquoted;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/// Carries erasure tasks out: at once when they become known, and again while they are owed.
///
/// The tasks of a case stay on one lane, so that they keep their order; other cases do not wait.
@ApplicationScoped
class ErasureWorker {

    private static final Logger LOG = Logger.getLogger(ErasureWorker.class);
    private static final int LANES = 4;
    private static final int BATCH = 200;

    private final List<ExecutorService> lanes =
            IntStream.range(0, LANES)
                    .<ExecutorService>mapToObj(lane ->
                            Executors.newSingleThreadExecutor(
                                    Thread.ofPlatform().name("erasure-" + lane).factory()))
                    .toList();
    private final DueWork dueWork;
    private final TenantWork work;
    private final InstantSource clock;

    ErasureWorker(DueWork dueWork, TenantWork work, InstantSource clock) {
        this.dueWork = dueWork;
        this.work = work;
        this.clock = clock;
    }

    void known(@Observes DueTask due) {
        lanes.get(Math.floorMod(due.id().caseId().hashCode(), LANES)).execute(() -> tryOut(due));
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        dueWork.erasureTasks(clock.instant(), BATCH).forEach(this::tryOut);
    }

    @PreDestroy
    void stop() {
        lanes.forEach(ExecutorService::shutdown);
    }

    private void tryOut(DueTask due) {
        try {
            work.carryOut(due);
        } catch (RuntimeException e) {
            LOG.errorf(Unquoted.of(e), "An erasure task failed case=%s", due.id().caseId());
        }
    }
}
