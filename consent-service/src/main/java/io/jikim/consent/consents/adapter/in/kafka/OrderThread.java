package io.jikim.consent.consents.adapter.in.kafka;

import io.jikim.consent.consents.application.WaitingOrders;
import io.jikim.consent.consents.application.port.Deposits.ArchiveUnavailable;
import io.jikim.consent.consents.application.port.Orders.Waiting;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Carries orders out as they arrive, and looks for left-over ones every second.
@ApplicationScoped
class OrderThread {

    private static final Logger LOG = Logger.getLogger(OrderThread.class);

    private final WaitingOrders waitingOrders;
    private final OrderExecution execution;
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread thread;

    OrderThread(WaitingOrders waitingOrders, OrderExecution execution) {
        this.waitingOrders = waitingOrders;
        this.execution = execution;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("jikim-orders").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        var running = thread;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
    }

    void wake() {
        news.release();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (news.tryAcquire(1, TimeUnit.SECONDS)) {
                    news.drainPermits();
                }
                turn();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        try {
            waitingOrders.next().forEach(this::tryOut);
        } catch (RuntimeException e) {
            LOG.warnf("Orders cannot be looked for: %s", e.toString());
        }
    }

    /// What fails is tried again later: retention sees the case wait, and says overdue.
    private void tryOut(Waiting waiting) {
        try {
            execution.carryOut(waiting);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "An order waits case=%s round=%d: %s",
                    waiting.order().caseId(), waiting.order().round(), code(e));
            execution.postpone(waiting);
        }
    }

    /// The archive's refusals are worded here; other messages may quote data.
    private static String code(RuntimeException e) {
        return e instanceof ArchiveUnavailable
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }
}
