package io.jikim.platform.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The buckets of this process, by the name of what they limit.
@ApplicationScoped
class SharedBuckets {

    private final Map<String, Buckets> buckets = new ConcurrentHashMap<>();
    private final InstantSource clock;

    SharedBuckets(InstantSource clock) {
        this.clock = clock;
    }

    Buckets named(String name, int many, Duration span) {
        return buckets.computeIfAbsent(name, _ -> new Buckets(many, span, clock));
    }
}
