package io.jikim.benchmarks;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// An open loop: moments at a fixed rate, handed to whoever asks next.
///
/// They do not move when somebody is late. What is measured from them counts the waiting behind a
/// stall too (no coordinated omission).
public final class Pace {

    /// Waits until a moment of the clock; returns at once where it has passed.
    public interface Rest {
        void until(long nanos) throws InterruptedException;
    }

    private static final long SECOND = 1_000_000_000L;

    private final long start;
    private final int perSecond;
    private final long events;
    private final Rest rest;
    private final AtomicLong next = new AtomicLong();

    public Pace(long start, int perSecond, long events, Rest rest) {
        this.start = start;
        this.perSecond = perSecond;
        this.events = events;
        this.rest = rest;
    }

    /// Rests by this clock, which is that of `start`.
    public static Rest resting(LongSupplier clock) {
        return nanos -> {
            for (long left = nanos - clock.getAsLong();
                    left > 0;
                    left = nanos - clock.getAsLong()) {
                Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
            }
        };
    }

    /// Waits for the next moment and returns it in nanoseconds; -1 when there are no more.
    public long await() throws InterruptedException {
        long turn = next.getAndIncrement();
        if (turn >= events) {
            return -1;
        }
        long due = start + turn * SECOND / perSecond;
        rest.until(due);
        return due;
    }
}
