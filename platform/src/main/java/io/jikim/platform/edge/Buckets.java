package io.jikim.platform.edge;

import io.jikim.platform.time.SteadyTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Token buckets by key: so many at once, filled again evenly over a span.
///
/// Kept as the one moment at which the bucket is full again (GCRA), so that a bucket that has
/// filled up says the same as none and can be forgotten.
final class Buckets {

    /// More would let a robot with many addresses fill the memory. Whoever comes when there is no
    /// room shares one bucket with all who do: to forget a bucket that is being emptied would give
    /// it back full.
    static final int ROOM = 50_000;

    private static final String STRANGERS = "strangers";
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);

    private final Map<String, Duration> fullAt = new ConcurrentHashMap<>();
    private final Duration span;
    private final Duration each;
    private final SteadyTime time;
    private volatile Duration swept;

    Buckets(int many, Duration span, SteadyTime time) {
        if (many < 1) {
            throw new IllegalArgumentException("A limit lets at least one pass");
        }
        this.span = span;
        this.each = span.dividedBy(many);
        this.time = time;
        this.swept = time.passed().minus(BETWEEN_SWEEPS);
    }

    /// How long to wait where there is none left; empty where one was taken.
    Optional<Duration> take(String key) {
        Duration now = time.passed();
        String bucket = fullAt.containsKey(key) || hasRoom(now) ? key : STRANGERS;
        Duration[] wait = new Duration[1];
        fullAt.compute(
                bucket,
                (_, known) -> {
                    Duration from = known == null || known.compareTo(now) < 0 ? now : known;
                    Duration then = from.plus(each);
                    if (then.compareTo(now.plus(span)) > 0) {
                        wait[0] = then.minus(span).minus(now);
                        return known;
                    }
                    return then;
                });
        return Optional.ofNullable(wait[0]);
    }

    int size() {
        return fullAt.size();
    }

    private boolean hasRoom(Duration now) {
        if (isFull() && isSweepDue(now)) {
            swept = now;
            fullAt.values().removeIf(full -> full.compareTo(now) <= 0);
        }
        return !isFull();
    }

    private boolean isFull() {
        return fullAt.size() >= ROOM - 1;
    }

    // Each look goes through all of them.
    private boolean isSweepDue(Duration now) {
        return now.compareTo(swept.plus(BETWEEN_SWEEPS)) >= 0;
    }
}
