package io.jikim.retention.erasure.domain;

import org.jspecify.annotations.Nullable;

/// A line of a participant's answer that does not answer what was ordered, and why.
///
/// @param category null where the whole answer is meant
/// @param said what the participant says; null where it should have said something
public record Contest(
        int round,
        @Nullable Category category,
        @Nullable Outcome said,
        long count,
        Objection objection) {

    static Contest of(int round, Tally tally, Objection objection) {
        return new Contest(round, tally.category(), tally.outcome(), tally.count(), objection);
    }
}
