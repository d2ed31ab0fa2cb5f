package io.jikim.consent.consents.adapter.in.kafka;

import io.jikim.consent.consents.application.WaitingOrders;
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

    /// What fails is tried again in the next turn: retention sees the case wait, and says overdue.
    private void turn() {
        try {
            for (var waiting : waitingOrders.next()) {
                try {
                    execution.carryOut(waiting);
                } catch (RuntimeException e) {
                    LOG.warnf(
                            e,
                            "An order waits case=%s round=%d",
                            waiting.order().caseId(),
                            waiting.order().round());
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("Orders cannot be looked for: %s", e.toString());
        }
    }
}
