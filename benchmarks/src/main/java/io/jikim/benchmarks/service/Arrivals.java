package io.jikim.benchmarks.service;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// When facts had come into effect, by run (their purpose): from the moment they were due.
@Singleton
class Arrivals {

    private final Map<String, Times> runs = new ConcurrentHashMap<>();

    void note(String run, Instant due) {
        of(run).add(Duration.between(due, Instant.now()).toNanos() / 1000);
    }

    Times of(String run) {
        return runs.computeIfAbsent(run, _ -> new Times());
    }
}
