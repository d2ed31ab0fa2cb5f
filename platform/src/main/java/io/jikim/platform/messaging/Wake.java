package io.jikim.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells the relay that something is committed, so that it need not wait for its next look.
@ApplicationScoped
class Wake {

    private final Semaphore news = new Semaphore(0);

    void afterCommit(TransactionSynchronizationRegistry transaction) {
        if (transaction.getResource(Wake.class) == null) {
            transaction.putResource(Wake.class, true);
            transaction.registerInterposedSynchronization(new Committed());
        }
    }

    void now() {
        news.release();
    }

    void await(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private class Committed implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                now();
            }
        }
    }
}
