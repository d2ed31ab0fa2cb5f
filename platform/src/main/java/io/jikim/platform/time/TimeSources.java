package io.jikim.platform.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/// Real time and version 7 ids, where nothing else is given.
@Singleton
class TimeSources {

    /// Ticks in microseconds: PostgreSQL keeps no more, and what is hashed before it is stored must
    /// still have that hash when it is read.
    @Produces
    @Singleton
    @DefaultBean
    InstantSource instants() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Produces
    @Singleton
    @DefaultBean
    BusinessClock businessTime(InstantSource instants) {
        return _ -> instants.instant();
    }

    @Produces
    @Singleton
    @DefaultBean
    SteadyTime steadyTime() {
        long begin = System.nanoTime();
        return () -> Duration.ofNanos(System.nanoTime() - begin);
    }

    @Produces
    @Singleton
    @DefaultBean
    Ids ids() {
        return Ids.version7();
    }
}
