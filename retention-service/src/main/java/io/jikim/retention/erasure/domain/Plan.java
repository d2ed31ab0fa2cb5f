package io.jikim.retention.erasure.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a case is going to do, category by category, and by which policy version.
public record Plan(int policyVersion, String policyDigest, List<PlanLine> lines) {
    public Plan {
        lines = List.copyOf(lines);
    }

    /// The plan that the rules make for a scope while these categories are held.
    ///
    /// @param registered what participants say to hold, whether the rules name it or not
    public static Plan of(
            PolicyRules rules, Scope scope, Set<Category> registered, Map<Category, HoldId> held) {
        var lines =
                switch (scope) {
                    case Scope.Membership _ -> Planning.membership(rules, registered);
                    case Scope.Purpose purpose -> Planning.purpose(rules, purpose);
                };
        return new Plan(rules.version(), rules.digest(), underHold(lines, held));
    }

    /// The plan for what a hold kept: by the rules of now, and where these no longer speak of what
    /// was held, by what the case was about. Policies change while disputes last, and a promise to
    /// erase outlives the clause that named it.
    public static Plan again(
            PolicyRules rules, Scope scope, Map<Category, HoldId> held, Plan before) {
        var now = of(rules, scope, Set.of(), held);
        var unsaid =
                before.lines.stream()
                        .flatMap(line -> now.unsaid(line).stream())
                        .map(line ->
                                line.disposition() instanceof Disposition.Held
                                        ? Planning.formerly(rules, scope, line)
                                        : line);
        return new Plan(
                now.policyVersion,
                now.policyDigest,
                Stream.concat(now.lines.stream(), underHold(unsaid.toList(), held).stream())
                        .toList());
    }

    /// What of a line none of ours speaks of.
    private Optional<PlanLine> unsaid(PlanLine line) {
        var said = linesOf(Set.of(line.category()));
        if (said.isEmpty() || line.items().isEmpty()) {
            return said.isEmpty() ? Optional.of(line) : Optional.empty();
        }
        var items = new TreeSet<>(line.items());
        for (var other : said) {
            if (other.items().isEmpty() && !(other.disposition() instanceof Disposition.Keep)) {
                return Optional.empty();
            }
            items.removeAll(other.items());
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlanLine(line.category(), items, line.disposition()));
    }

    /// These lines as they stand while the categories are held: nothing that is held is destroyed
    /// or moved.
    public static List<PlanLine> underHold(Collection<PlanLine> lines, Map<Category, HoldId> held) {
        return lines.stream().map(line -> underHold(line, held)).toList();
    }

    /// Only the lines of these categories.
    List<PlanLine> linesOf(Set<Category> categories) {
        return lines.stream().filter(line -> categories.contains(line.category())).toList();
    }

    /// Categories that a hold keeps.
    Set<Category> heldCategories() {
        return lines.stream()
                .filter(line -> line.disposition() instanceof Disposition.Held)
                .map(PlanLine::category)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// This plan with the lines of some categories replaced, as a later round decided.
    Plan replacing(Set<Category> categories, List<PlanLine> decided) {
        var others = lines.stream().filter(line -> !categories.contains(line.category())).toList();
        return new Plan(
                policyVersion,
                policyDigest,
                Stream.concat(others.stream(), decided.stream()).toList());
    }

    private static PlanLine underHold(PlanLine line, Map<Category, HoldId> held) {
        var hold = held.get(line.category());
        if (hold == null) {
            return line;
        }
        return switch (line.disposition()) {
            case Disposition.Erase _, Disposition.Archive _ ->
                    line.with(new Disposition.Held(hold));
            case Disposition.Held _, Disposition.Keep _ -> line;
        };
    }
}
