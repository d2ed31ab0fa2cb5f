package io.jikim.platform.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Tries again: what passes by itself without end, what does not three times.
@ApplicationScoped
class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final int ATTEMPTS = 3;
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 2_000;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void untilDone(Runnable work) {
        for (int tries = 1; ; tries++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                waitAfter(tries, e);
            }
        }
    }

    /// A malformed event is not tried a second time: it will not get better.
    void attempt(Runnable work, Consumer<NotInTurn> giveUp) {
        int failures = 0;
        for (int tries = 1; ; tries++) {
            try {
                work.run();
                return;
            } catch (Malformed e) {
                untilDone(() -> giveUp.accept(poison(e)));
                return;
            } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
                if (!Transience.of(e) && ++failures == ATTEMPTS) {
                    LOG.error("An effect fails every time", e);
                    untilDone(() -> giveUp.accept(poison(e)));
                    return;
                }
                waitAfter(tries, e);
            }
        }
    }

    // The message of a foreign exception may quote data; its class and place may not.
    private static NotInTurn poison(Throwable e) {
        var trace = e.getStackTrace();
        String detail =
                e instanceof Malformed
                        ? String.valueOf(e.getMessage())
                        : trace.length == 0 ? "" : trace[0].toString();
        return new NotInTurn(ParkReason.POISON, e.getClass().getSimpleName() + ": " + detail);
    }

    private void waitAfter(int tries, Throwable e) {
        if (tries == 1 || tries % 30 == 0) {
            // Not its message, which may quote data.
            LOG.warnf("Trying again (%d): %s", tries, e.getClass().getSimpleName());
        }
        try {
            long pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(tries - 1, 10));
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The service is stopping", e);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping", interrupted);
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}
