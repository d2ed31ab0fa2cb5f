package io.jikim.retention.erasure.adapter.in.schedule;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Work on many things at once and never twice at a time on one; whoever asks while it is worked on
/// gets another turn.
final class OneAtATime<T> {
    private static final Logger LOG = Logger.getLogger(OneAtATime.class);

    private enum Wish {
        RUNNING,
        ONCE_MORE
    }

    private final ConcurrentMap<T, Wish> running = new ConcurrentHashMap<>();
    private final Executor threads;
    private final Consumer<T> work;

    OneAtATime(Executor threads, Consumer<T> work) {
        this.threads = threads;
        this.work = work;
    }

    void wake(T what) {
        if (running.merge(what, Wish.RUNNING, (_, _) -> Wish.ONCE_MORE) == Wish.RUNNING) {
            start(what);
        }
    }

    // What cannot be started must not count as running, or it would never be again.
    private void start(T what) {
        var started = false;
        try {
            threads.execute(() -> untilNobodyAsks(what));
            started = true;
        } finally {
            if (!started) {
                running.remove(what);
            }
        }
    }

    private void untilNobodyAsks(T what) {
        do {
            attempt(what);
        } while (running.computeIfPresent(
                        what, (_, wish) -> wish == Wish.ONCE_MORE ? Wish.RUNNING : null)
                != null);
    }

    // Errors too: a class that does not load on one case must not lock that case for ever.
    private void attempt(T what) {
        try {
            work.accept(what);
        } catch (Throwable e) {
            LOG.warnf(e, "Work broke off and is taken up again on=%s", what);
        }
    }
}
