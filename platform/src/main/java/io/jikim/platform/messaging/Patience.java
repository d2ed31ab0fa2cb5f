package io.jikim.platform.messaging;

import io.jikim.platform.problem.Unquoted;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Tries again: what passes by itself without end, what does not three times.
@ApplicationScoped
public class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final int ATTEMPTS = 3;
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 2_000;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<Thread, Long> waitingSince = new ConcurrentHashMap<>();

    /// A malformed event is not tried a second time: it will not get better.
    void attempt(UUID event, Runnable work, Consumer<NotInTurn> giveUp) {
        var failures = new int[1];
        retry(
                work,
                e -> {
                    boolean hopeless =
                            e instanceof Malformed
                                    || (!Transience.of(e) && ++failures[0] == ATTEMPTS);
                    if (hopeless) {
                        LOG.errorf(Unquoted.of(e), "An event is given up event=%s", event);
                        untilDone(() -> giveUp.accept(poison(e)));
                    }
                    return hopeless;
                });
    }

    /// Does what nobody waits for: false where it is given up. What passes by itself is waited out.
    public boolean attempt(Runnable work) {
        return failureOf(work).isEmpty();
    }

    /// Why it is given up; empty where it is done. What passes by itself is waited out.
    Optional<Throwable> failureOf(Runnable work) {
        var failures = new int[1];
        var last = new AtomicReference<@Nullable Throwable>();
        retry(
                work,
                e -> {
                    boolean given = !Transience.of(e) && ++failures[0] == ATTEMPTS;
                    if (given) {
                        LOG.errorf(Unquoted.of(e), "Something is given up");
                        last.set(e);
                    }
                    return given;
                });
        return Optional.ofNullable(last.get());
    }

    /// Whether it goes well the first time. A failure is nobody's yet: the parts are tried apart.
    boolean goesAtOnce(Runnable work) {
        endIfStopping(null);
        try {
            work.run();
            return true;
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            endIfStopping(e);
            LOG.debugf("Tried in parts: %s", e.getClass().getSimpleName());
            return false;
        }
    }

    public void untilDone(Runnable work) {
        retry(work, _ -> false);
    }

    /// How long the event that has waited longest is being tried again.
    Duration longest() {
        long now = System.nanoTime();
        return Duration.ofNanos(
                waitingSince.values().stream().mapToLong(since -> now - since).max().orElse(0));
    }

    /// Whether a failure ends the trying.
    private interface Verdict {
        boolean isLast(Throwable failure);
    }

    private void retry(Runnable work, Verdict verdict) {
        try {
            for (int tries = 1; ; tries++) {
                endIfStopping(null);
                try {
                    work.run();
                    return;
                } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
                    // What is closed under an event is no fault of the event: it is not given up.
                    endIfStopping(e);
                    if (verdict.isLast(e)) {
                        return;
                    }
                    waitAfter(tries, e);
                }
            }
        } finally {
            waitingSince.remove(Thread.currentThread());
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
        waitingSince.putIfAbsent(Thread.currentThread(), System.nanoTime());
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

    private void endIfStopping(@Nullable Throwable cause) {
        if (stopping.getCount() == 0) {
            throw new IllegalStateException("The service is stopping", cause);
        }
    }

    /// Comes before anything is closed that an effect may need.
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent shutdown) {
        stop();
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }
}
