package io.jikim.retention.erasure.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    public static Plan of(PolicyRules rules, Scope scope, Map<Category, HoldId> held) {
        var lines =
                switch (scope) {
                    case Scope.Membership _ -> Planning.membership(rules);
                    case Scope.Purpose purpose -> Planning.purpose(rules, purpose);
                };
        return new Plan(rules.version(), rules.digest(), underHold(lines, held));
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
