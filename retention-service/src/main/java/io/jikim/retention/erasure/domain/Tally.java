package io.jikim.retention.erasure.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How many records of a category had one outcome; records with different end dates are different
/// tallies.
///
/// @param basis code of the legal basis, for what is archived or retained
/// @param until the day on which what is archived or retained is destroyed
public record Tally(
        Category category,
        Outcome outcome,
        long count,
        @Nullable String basis,
        @Nullable LocalDate until) {
    public Tally {
        if (count < 0) {
            throw new IllegalArgumentException("a count is never negative");
        }
    }

    /// Whether records are gone from where they were.
    boolean isDestruction() {
        return count > 0 && outcome.isDestruction();
    }

    public static Tally of(Category category, Outcome outcome, long count) {
        return new Tally(category, outcome, count, null, null);
    }
}
