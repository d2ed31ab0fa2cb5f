package io.jikim.localstack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// A part that shall run: when it ends by itself it is started again, later each time, until it has
/// ended too often.
final class Kept {
    static final int ENDS = 5;
    static final Duration WITHIN = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Part part;
    private final InstantSource clock;
    private final Progress progress;
    private final Runnable changed;
    private final Deque<Instant> ends = new ArrayDeque<>();
    private volatile boolean wanted;
    private int restarts;
    private @Nullable Instant due;
    private volatile Standing standing = new Standing.Stopped();

    /// @param changed is told each new standing, before a person is
    Kept(Part part, InstantSource clock, Progress progress, Runnable changed) {
        this.part = part;
        this.clock = clock;
        this.progress = progress;
        this.changed = changed;
    }

    Part part() {
        return part;
    }

    Standing standing() {
        return standing;
    }

    /// @throws StackFailure if it does not start
    synchronized void start() {
        wanted = true;
        due = null;
        started();
    }

    /// It may end from now on, and stays ended.
    void release() {
        wanted = false;
    }

    /// Does not wait for a start that is under way: what starts is stopped, and the start fails.
    void stop() {
        release();
        part.stop();
        stand(new Standing.Stopped());
    }

    /// Tries again what was given up.
    synchronized void forgive() {
        if (standing instanceof Standing.GivenUp) {
            ends.clear();
            stand(new Standing.Restarting(restarts + 1));
            due = clock.instant();
        }
    }

    /// Starts it again if it has ended and its pause is over; returns when it runs or has ended
    /// once more.
    synchronized void look() {
        if (!wanted || standing instanceof Standing.GivenUp) {
            return;
        }
        if (due == null) {
            if (!part.runs()) {
                ended("ended by itself");
            }
        } else if (!clock.instant().isBefore(due)) {
            restart();
        }
    }

    private void restart() {
        due = null;
        restarts++;
        try {
            part.stop(); // what is left of it
            started();
        } catch (StackFailure e) {
            var why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            ended("did not start (%s)".formatted(why));
        }
    }

    private void started() {
        var from = clock.instant();
        try {
            part.start();
        } catch (StackFailure e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure(part.name() + " was interrupted", e);
        } catch (Exception e) {
            throw new StackFailure(part.name() + " did not start: " + e, e);
        }
        if (!wanted) {
            part.stop(); // it was stopped while it started
            throw new StackFailure(part.name() + " was stopped");
        }
        stand(new Standing.Running(restarts));
        progress.running(part, Duration.between(from, clock.instant()));
    }

    private void stand(Standing next) {
        standing = next;
        changed.run();
    }

    private void ended(String how) {
        if (!wanted) {
            return;
        }
        var now = clock.instant();
        ends.addLast(now);
        while (ends.getFirst().isBefore(now.minus(WITHIN))) {
            ends.removeFirst();
        }
        if (ends.size() >= ENDS) {
            stand(new Standing.GivenUp(ENDS, WITHIN));
        } else {
            due = now.plus(FIRST_PAUSE.multipliedBy(1L << (ends.size() - 1)));
            stand(new Standing.Restarting(restarts + 1));
        }
        progress.say("  %s %s; %s".formatted(part.name(), how, standing.sentence()));
    }
}
