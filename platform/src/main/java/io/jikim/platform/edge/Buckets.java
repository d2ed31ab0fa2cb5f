package io.jikim.platform.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Token buckets by key: so many at once, filled again evenly over a span.
///
/// Kept as the one instant at which the bucket is full again (GCRA), so that a bucket that has
/// filled up says the same as none and can be forgotten.
final class Buckets {

    /// More would let a robot with many addresses fill the memory. Whoever comes when there is no
    /// room shares one bucket with all who do: to forget a bucket that is being emptied would give
    /// it back full.
    static final int ROOM = 50_000;

    private static final String STRANGERS = "strangers";
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);

    private final Map<String, Instant> fullAt = new ConcurrentHashMap<>();
    private final Duration span;
    private final Duration each;
    private final InstantSource clock;
    private volatile Instant swept = Instant.MIN;

    Buckets(int many, Duration span, InstantSource clock) {
        if (many < 1) {
            throw new IllegalArgumentException("A limit lets at least one pass");
        }
        this.span = span;
        this.each = span.dividedBy(many);
        this.clock = clock;
    }

    /// How long to wait where there is none left; empty where one was taken.
    Optional<Duration> take(String key) {
        Instant now = clock.instant();
        String bucket = fullAt.containsKey(key) || hasRoom(now) ? key : STRANGERS;
        Instant[] late = new Instant[1];
        fullAt.compute(
                bucket,
                (_, known) -> {
                    Instant from = known == null || known.isBefore(now) ? now : known;
                    Instant then = from.plus(each);
                    if (then.isAfter(now.plus(span))) {
                        late[0] = then.minus(span);
                        return known;
                    }
                    return then;
                });
        return late[0] == null ? Optional.empty() : Optional.of(Duration.between(now, late[0]));
    }

    int size() {
        return fullAt.size();
    }

    private boolean hasRoom(Instant now) {
        if (isFull() && isSweepDue(now)) {
            swept = now;
            fullAt.values().removeIf(full -> !full.isAfter(now));
        }
        return !isFull();
    }

    private boolean isFull() {
        return fullAt.size() >= ROOM - 1;
    }

    // Each look goes through all of them.
    private boolean isSweepDue(Instant now) {
        return now.isBefore(swept) || !now.isBefore(swept.plus(BETWEEN_SWEEPS));
    }
}
