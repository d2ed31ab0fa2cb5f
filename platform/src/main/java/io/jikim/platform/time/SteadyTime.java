package io.jikim.platform.time;

import java.time.Duration;

/// How much time has passed, for spans within one process.
///
/// The clock is set, forwards and backwards; whoever measured a span by it would let it last an
/// hour longer, or end at once. This only goes on.
@FunctionalInterface
public interface SteadyTime {

    /// Since some moment that stays the same for as long as the process lives.
    Duration passed();
}
