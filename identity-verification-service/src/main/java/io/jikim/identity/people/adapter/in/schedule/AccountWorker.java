package io.jikim.identity.people.adapter.in.schedule;

import io.jikim.identity.people.application.port.DueWork;
import io.jikim.identity.people.application.port.DueWork.DueAccount;
import io.jikim.platform.problem.Unquoted;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Creates the login accounts that are still missing.
@ApplicationScoped
class AccountWorker {

    private static final Logger LOG = Logger.getLogger(AccountWorker.class);
    private static final int BATCH = 50;

    private final DueWork dueWork;
    private final TenantWork work;
    private final InstantSource clock;

    AccountWorker(DueWork dueWork, TenantWork work, InstantSource clock) {
        this.dueWork = dueWork;
        this.work = work;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        dueWork.accounts(clock.instant(), BATCH).forEach(this::tryOut);
    }

    private void tryOut(DueAccount due) {
        try {
            work.createAccount(due);
        } catch (RuntimeException e) {
            LOG.errorf(Unquoted.of(e), "A login account failed subject=%s", due.ref());
        }
    }
}
