package io.jikim.retention.erasure.domain;

import java.util.Set;

/// One line of a plan: what becomes of a category, or of exactly these items in it.
///
/// @param items the items meant; empty means the whole category
public record PlanLine(Category category, Set<ItemCode> items, Disposition disposition) {
    public PlanLine {
        items = Set.copyOf(items);
    }

    public static PlanLine whole(Category category, Disposition disposition) {
        return new PlanLine(category, Set.of(), disposition);
    }

    /// The same data under another disposition.
    PlanLine with(Disposition other) {
        return new PlanLine(category, items, other);
    }
}
