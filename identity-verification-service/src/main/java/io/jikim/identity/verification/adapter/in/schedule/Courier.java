package io.jikim.identity.verification.adapter.in.schedule;

import io.jikim.identity.verification.application.port.DueVerifications;
import io.jikim.identity.verification.application.port.Mails;
import io.jikim.platform.problem.Unquoted;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Sends the mails that are due, and closes verifications whose time is over.
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int BATCH = 100;

    private final Mails mails;
    private final DueVerifications verifications;
    private final TenantMails work;
    private final InstantSource clock;

    Courier(Mails mails, DueVerifications verifications, TenantMails work, InstantSource clock) {
        this.mails = mails;
        this.verifications = verifications;
        this.work = work;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void deliver() {
        each(mails.due(clock.instant(), BATCH), work::send);
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void expire() {
        each(verifications.outOfTime(clock.instant(), BATCH), work::expire);
    }

    /// One that fails must not keep the others waiting.
    private static <T> void each(List<T> due, Consumer<T> task) {
        for (var one : due) {
            try {
                task.accept(one);
            } catch (RuntimeException e) {
                LOG.errorf(Unquoted.of(e), "Due work failed");
            }
        }
    }
}
