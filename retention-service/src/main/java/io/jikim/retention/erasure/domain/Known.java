package io.jikim.retention.erasure.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known beside the orders when a participant's answer is compared with them.
///
/// @param held categories that a hold names now, or named at some time since the round was ordered
/// @param registered the categories that the participant registered; null for our own, which
///   register nothing
/// @param deposited how many records of this case the participant has put into the archive
/// @param today the tenant's business date
public record Known(
        Set<Category> held,
        @Nullable Set<Category> registered,
        Map<Ending, Long> deposited,
        LocalDate today) {
    public Known {
        held = Set.copyOf(held);
        registered = registered == null ? null : Set.copyOf(registered);
        deposited = Map.copyOf(deposited);
    }

    /// Records of a category whose periods end on the same day.
    public record Ending(Category category, LocalDate until) {}

    long deposited(Tally tally) {
        var until = tally.until();
        return until == null ? 0 : deposited.getOrDefault(new Ending(tally.category(), until), 0L);
    }
}
