package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.Erasure;
import java.time.Duration;
import java.time.Instant;

/// How long a case may take, and how long a silent worker is trusted.
///
/// @param erasure from opening to the last answer: "without delay" is five days (Standard Guideline
///   on PIPA Art. 10)
/// @param recheck after which a young case is looked at again if the work on it broke off
public record Deadlines(Duration erasure, Duration recheck) {
    private static final Duration RAREST = Duration.ofMinutes(15);

    /// When to look at a case again: the older, the rarer, because every try writes an access
    /// record that stays for ever.
    Instant recheck(Erasure erasure, Instant now) {
        var tenth = Duration.between(erasure.opening().at(), now).dividedBy(10);
        var atMost = tenth.compareTo(RAREST) > 0 ? RAREST : tenth;
        return now.plus(atMost.compareTo(recheck) > 0 ? atMost : recheck);
    }
}
