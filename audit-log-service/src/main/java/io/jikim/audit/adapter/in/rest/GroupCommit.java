package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.Posting;
import io.jikim.audit.application.RecordAccesses;
import io.jikim.audit.application.Recording;
import io.jikim.audit.application.Turn;
import io.jikim.audit.application.port.BrokenLog;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.application.port.NotContinued;
import io.jikim.platform.messaging.Transience;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Brings into the log together what callers wait for at one time: a commit and a signature cost
/// the same for one record as for a thousand.
///
/// One thread takes all that waits, while the next callers line up. What fails for one caller fails
/// for him alone.
@ApplicationScoped
class GroupCommit {
    /// Records and people named in them; about two seconds' work.
    static final int MOST_WAITING = 20_000;

    private static final int MOST_AT_ONCE = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Waiting END = new Waiting(new Posting(List.of(), java.util.Set.of()));

    private record Waiting(Posting posting, int weight, CompletableFuture<Recording> answer) {
        Waiting(Posting posting) {
            this(posting, weight(posting), new CompletableFuture<>());
        }

        private static int weight(Posting posting) {
            return posting.accesses().stream().mapToInt(a -> 1 + a.subjects().size()).sum();
        }

        boolean isOpen() {
            return !answer.isDone();
        }
    }

    private final RecordAccesses recordAccesses;
    private final Turn turn;
    private final BlockingQueue<Waiting> line = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile @Nullable Thread worker;

    GroupCommit(RecordAccesses recordAccesses, Turn turn) {
        this.recordAccesses = recordAccesses;
        this.turn = turn;
    }

    /// Returns when the checkpoint over all of it is committed, or nothing of it is taken.
    ///
    /// @throws LogBusy if too much waits already, or it took too long: then it may be in the log
    ///   all the same, and the same ids sent again get their places
    Recording record(Posting posting) {
        var mine = new Waiting(posting);
        lineUp(mine);
        try {
            return mine.answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            mine.answer.cancel(false);
            throw new LogBusy("It took too long; send the same ids again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogBusy("The service is stopping; send the same ids again");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e);
        }
    }

    private void lineUp(Waiting mine) {
        int before = waiting.getAndAdd(mine.weight);
        // the largest body may wait alone
        if (worker == null || (before > 0 && before + mine.weight > MOST_WAITING)) {
            waiting.addAndGet(-mine.weight);
            throw new LogBusy("Too much waits to be recorded");
        }
        line.add(mine);
    }

    void start(@Observes StartupEvent startup) {
        worker = Thread.ofVirtual().name("group-commit").start(this::work);
    }

    /// The transaction at hand comes to its end: an interrupted one would lose its connection.
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent shutdown)
            throws InterruptedException {
        var working = worker;
        worker = null;
        line.add(END);
        if (working != null) {
            working.join(PATIENCE);
        }
    }

    private void work() {
        while (true) {
            var group = next();
            boolean last = group.remove(END);
            commit(group);
            group.forEach(one -> waiting.addAndGet(-one.weight));
            if (last) {
                line.forEach(late -> late.answer.completeExceptionally(stopping()));
                return;
            }
        }
    }

    private static LogBusy stopping() {
        return new LogBusy("The service is stopping; send the same ids again");
    }

    private List<Waiting> next() {
        var group = new ArrayList<Waiting>();
        try {
            var one = line.take();
            group.add(one);
            int weight = one.weight;
            for (var more = line.peek();
                    more != null && weight + more.weight <= MOST_AT_ONCE;
                    more = line.peek()) {
                line.remove();
                group.add(more);
                weight += more.weight;
            }
        } catch (InterruptedException _) {
            group.add(END);
        }
        return group;
    }

    /// Nothing leaves this thread: it would be missed by everybody behind.
    private void commit(List<Waiting> group) {
        while (true) {
            var open = group.stream().filter(Waiting::isOpen).toList();
            if (open.isEmpty()) {
                return;
            }
            try {
                var postings = open.stream().map(Waiting::posting).toList();
                var recordings = turn.take(() -> recordAccesses.record(postings));
                for (int i = 0; i < open.size(); i++) {
                    open.get(i).answer.complete(recordings.get(i));
                }
            } catch (LogMoved _) {
                // another process was faster; who has waited long enough has gone
            } catch (Throwable e) {
                failOrDivide(open, e);
            }
        }
    }

    private void failOrDivide(List<Waiting> open, Throwable e) {
        boolean forAll =
                e instanceof NotContinued
                        || e instanceof BrokenLog
                        || e instanceof Error
                        || Transience.of(e);
        if (open.size() == 1 || forAll) {
            open.forEach(one -> one.answer.completeExceptionally(e));
        } else {
            int half = open.size() / 2;
            commit(open.subList(0, half));
            commit(open.subList(half, open.size()));
        }
    }
}
