package io.jikim.platform.edge;

import io.jikim.platform.time.SteadyTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The buckets of this process, by the name of what they limit.
@ApplicationScoped
class SharedBuckets {

    private final Map<String, Buckets> buckets = new ConcurrentHashMap<>();
    private final SteadyTime time;

    SharedBuckets(SteadyTime time) {
        this.time = time;
    }

    Buckets named(String name, int many, Duration span) {
        return buckets.computeIfAbsent(name, _ -> new Buckets(many, span, time));
    }
}
