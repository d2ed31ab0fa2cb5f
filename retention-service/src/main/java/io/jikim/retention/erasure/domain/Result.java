package io.jikim.retention.erasure.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// "Partly not, and this is why": what a case destroyed, and what stays.
///
/// @param gone records destroyed or anonymised per category
public record Result(SortedMap<Category, Long> gone, List<Stay> stays) {
    private record Ending(Category category, @Nullable Object until) {}

    public static Result of(Parts parts, Plan plan, List<Expiry> expiries) {
        var gone = new TreeMap<Category, Long>();
        var stays = new ArrayList<Stay>();
        var expired = new HashMap<Ending, Long>();
        expiries.forEach(expiry ->
                expired.merge(new Ending(expiry.category(), expiry.until()), 1L, Long::sum));
        for (var part : parts.all()) {
            for (var tally : part.done().tallies()) {
                if (tally.count() > 0) {
                    count(part.participant(), tally, plan, gone, stays, expired);
                }
            }
        }
        return new Result(gone, List.copyOf(stays));
    }

    private static void count(
            ParticipantName where,
            Tally tally,
            Plan plan,
            Map<Category, Long> gone,
            List<Stay> stays,
            Map<Ending, Long> expired) {
        switch (tally.outcome()) {
            case ERASED, ANONYMISED -> gone.merge(tally.category(), tally.count(), Long::sum);
            case ARCHIVED -> {
                var ending = new Ending(tally.category(), tally.until());
                var ended = Math.min(tally.count(), expired.getOrDefault(ending, 0L));
                expired.merge(ending, -ended, Long::sum);
                if (ended > 0) {
                    gone.merge(tally.category(), ended, Long::sum);
                }
                if (ended < tally.count()) {
                    stays.add(stay(where, tally, tally.count() - ended, plan));
                }
            }
            case RETAINED, HELD, KEPT -> stays.add(stay(where, tally, tally.count(), plan));
        }
    }

    private static Stay stay(ParticipantName where, Tally tally, long count, Plan plan) {
        var neededBy = new TreeSet<PurposeCode>();
        if (tally.outcome() == Outcome.KEPT) {
            plan.lines().stream()
                    .filter(line -> line.category().equals(tally.category()))
                    .map(PlanLine::disposition)
                    .filter(Disposition.Keep.class::isInstance)
                    .map(Disposition.Keep.class::cast)
                    .forEach(keep -> neededBy.addAll(keep.neededBy()));
        }
        return new Stay(
                where,
                tally.category(),
                tally.outcome(),
                count,
                tally.basis(),
                tally.until(),
                neededBy);
    }
}
