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

    /// More would let a robot with many addresses fill the memory.
    static final int ROOM = 50_000;

    private final Map<String, Instant> fullAt = new ConcurrentHashMap<>();
    private final Duration span;
    private final Duration each;
    private final InstantSource clock;

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
        forgetTheFull(now);
        Instant[] late = new Instant[1];
        fullAt.compute(
                key,
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

    private void forgetTheFull(Instant now) {
        if (fullAt.size() >= ROOM) {
            fullAt.values().removeIf(full -> full.isBefore(now));
        }
        if (fullAt.size() >= ROOM) {
            fullAt.clear();
        }
    }
}
