package io.jikim.retention.erasure.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// How rules become plan lines, before any hold.
final class Planning {
    private Planning() {}

    static List<PlanLine> membership(PolicyRules rules, Set<Category> registered) {
        var categories = new TreeSet<>(rules.categories());
        categories.addAll(registered);
        return categories.stream()
                .map(category -> PlanLine.whole(category, rules.endOf(category)))
                .toList();
    }

    /// Exactly what the withdrawn purpose needed and no remaining purpose needs goes; the rest of
    /// what it needed stays, and for whom.
    static List<PlanLine> purpose(PolicyRules rules, Scope.Purpose scope) {
        var withdrawn = rules.purposesOf(Set.of(scope.withdrawn()));
        var remaining = rules.purposesOf(scope.remaining());
        return touched(rules, withdrawn).stream()
                .flatMap(category -> lines(rules, withdrawn, remaining, category).stream())
                .toList();
    }

    /// How a line of an earlier plan ends that the rules no longer speak of, unless a remaining
    /// purpose has come to need it.
    static PlanLine formerly(PolicyRules rules, Scope scope, PlanLine line) {
        var remaining =
                scope instanceof Scope.Purpose purpose
                        ? rules.purposesOf(purpose.remaining())
                        : List.<PurposeRule>of();
        var neededBy =
                codes(
                        remaining,
                        rule ->
                                rule.categories().contains(line.category())
                                        || line.items().stream()
                                                .anyMatch(i -> rule.needs(i, line.category())));
        return line.with(
                neededBy.isEmpty() ? rules.endOf(line.category()) : new Disposition.Keep(neededBy));
    }

    private static Set<Category> touched(PolicyRules rules, List<PurposeRule> withdrawn) {
        var touched = new TreeSet<Category>();
        for (var purpose : withdrawn) {
            touched.addAll(purpose.categories());
            purpose.items().stream()
                    .map(rules.items()::get)
                    .filter(Objects::nonNull)
                    .forEach(touched::add);
        }
        return touched;
    }

    private static List<PlanLine> lines(
            PolicyRules rules,
            List<PurposeRule> withdrawn,
            List<PurposeRule> remaining,
            Category category) {
        var neededWhole = codes(remaining, rule -> rule.categories().contains(category));
        if (withdrawn.stream().anyMatch(rule -> rule.categories().contains(category))
                && neededWhole.isEmpty()
                && rules.itemsOf(category).stream()
                        .noneMatch(item -> isNeeded(remaining, item, category))) {
            return List.of(PlanLine.whole(category, rules.endOf(category)));
        }
        return itemLines(rules, withdrawn, remaining, category);
    }

    private static List<PlanLine> itemLines(
            PolicyRules rules,
            List<PurposeRule> withdrawn,
            List<PurposeRule> remaining,
            Category category) {
        var gone = new TreeSet<ItemCode>();
        var kept = new TreeMap<String, PlanLine>();
        for (var item : rules.itemsOf(category)) {
            if (isNeeded(withdrawn, item, category)) {
                var neededBy = codes(remaining, rule -> rule.needs(item, category));
                if (neededBy.isEmpty()) {
                    gone.add(item);
                } else {
                    kept.merge(
                            neededBy.toString(),
                            new PlanLine(category, Set.of(item), new Disposition.Keep(neededBy)),
                            Planning::together);
                }
            }
        }
        var lines = new ArrayList<PlanLine>();
        if (!gone.isEmpty()) {
            lines.add(new PlanLine(category, gone, rules.endOf(category)));
        }
        lines.addAll(kept.values());
        if (lines.isEmpty()) {
            var neededBy = codes(remaining, rule -> rule.categories().contains(category));
            lines.add(PlanLine.whole(category, new Disposition.Keep(neededBy)));
        }
        return lines;
    }

    private static PlanLine together(PlanLine one, PlanLine other) {
        var items = new TreeSet<>(one.items());
        items.addAll(other.items());
        return new PlanLine(one.category(), items, one.disposition());
    }

    private static boolean isNeeded(List<PurposeRule> purposes, ItemCode item, Category category) {
        return purposes.stream().anyMatch(purpose -> purpose.needs(item, category));
    }

    private static Set<PurposeCode> codes(
            List<PurposeRule> purposes, Predicate<PurposeRule> needing) {
        return purposes.stream()
                .filter(needing)
                .map(PurposeRule::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
