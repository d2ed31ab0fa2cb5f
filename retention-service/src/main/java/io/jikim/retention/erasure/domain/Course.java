package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far a planned case has come: its plan, its round of orders, its certificate's revision.
///
/// @param restoreDays the restore window that was decided with the plan, and is waited for
/// @param round 0 before the first order
/// @param released the categories that this round was opened for; empty in the first
/// @param orderedAt when this round was ordered; null before the first order
/// @param revision 0 before the first certificate
public record Course(
        Plan plan,
        int restoreDays,
        int round,
        Set<Category> released,
        @Nullable Instant orderedAt,
        int revision,
        List<Expiry> expiries) {
    public Course {
        released = Set.copyOf(released);
        expiries = List.copyOf(expiries);
    }

    static Course of(Plan plan, int restoreDays) {
        return new Course(plan, restoreDays, 0, Set.of(), null, 0, List.of());
    }

    Course first(Plan anew, Instant at) {
        return new Course(anew, restoreDays, 1, Set.of(), at, revision, expiries);
    }

    Course next(Set<Category> categories, List<PlanLine> lines, Instant at) {
        return new Course(
                plan.replacing(categories, lines),
                restoreDays,
                round + 1,
                categories,
                at,
                revision,
                expiries);
    }

    Course certified() {
        return new Course(plan, restoreDays, round, released, orderedAt, revision + 1, expiries);
    }

    Course expired(Collection<Expiry> more) {
        return new Course(
                plan,
                restoreDays,
                round,
                released,
                orderedAt,
                revision + 1,
                Stream.concat(expiries.stream(), more.stream()).toList());
    }

    /// What this round orders: in the first everything, later only what a release freed.
    public List<PlanLine> orders() {
        return round <= 1 ? plan.lines() : plan.linesOf(released);
    }
}
