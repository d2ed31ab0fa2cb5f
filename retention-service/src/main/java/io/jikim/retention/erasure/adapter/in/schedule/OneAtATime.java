package io.jikim.retention.erasure.adapter.in.schedule;

import io.jikim.platform.trouble.Troubles;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Work on many things at once and never twice at a time on one; whoever asks while it is worked on
/// gets another turn.
final class OneAtATime<T> {
    private enum Wish {
        RUNNING,
        ONCE_MORE
    }

    private final Troubles troubles = new Troubles(Logger.getLogger(OneAtATime.class));
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
        troubles.during(
                "work on=" + what,
                () -> {
                    try {
                        work.accept(what);
                    } catch (Error e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
