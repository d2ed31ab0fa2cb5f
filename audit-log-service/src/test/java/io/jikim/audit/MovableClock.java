package io.jikim.audit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Real time, or as much later as a test wants it.
@Singleton
public class MovableClock implements InstantSource {
    private volatile Duration later = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(later).truncatedTo(ChronoUnit.MICROS);
    }

    void advance(Duration time) {
        later = later.plus(time);
    }

    void set() {
        later = Duration.ZERO;
    }
}
