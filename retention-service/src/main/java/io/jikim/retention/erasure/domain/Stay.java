package io.jikim.retention.erasure.domain;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something about the person that is still somewhere when a case ends, and why.
///
/// @param basis code of the legal basis, for what is archived or retained
/// @param until the day on which it is destroyed; null while nobody knows
/// @param neededBy the purposes that still need it, for what is kept
public record Stay(
        ParticipantName where,
        Category category,
        Outcome outcome,
        long count,
        @Nullable String basis,
        @Nullable LocalDate until,
        Set<PurposeCode> neededBy) {
    public Stay {
        neededBy = Set.copyOf(neededBy);
    }
}
