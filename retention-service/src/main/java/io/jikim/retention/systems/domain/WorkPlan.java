package io.jikim.retention.systems.domain;

import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.PlanLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an order means for the tables of one system, children before parents.
public record WorkPlan(List<Step> steps) {

    public WorkPlan {
        steps = List.copyOf(steps);
    }

    /// `lines` is the order of this round, `earlier` what was ordered in rounds before it.
    public static WorkPlan of(
            Mapping mapping, PersonKind kind, List<PlanLine> lines, List<PlanLine> earlier) {
        var steps = new ArrayList<Step>();
        for (MappedTable table : mapping.tables().reversed()) {
            for (About about : table.abouts()) {
                if (mapping.concerns(about, kind)) {
                    todo(table, about, lines)
                            .map(todo -> new Step(table, about, todo, true))
                            .or(() ->
                                    todo(table, about, earlier)
                                            .map(todo -> again(table, about, todo))
                                            .filter(Step::removes))
                            .ifPresent(steps::add);
                }
            }
        }
        return new WorkPlan(steps);
    }

    /// Whether rows about such a person are of a category that none of the lines speaks of.
    public static boolean leavesOut(Mapping mapping, PersonKind kind, List<PlanLine> lines) {
        var spoken = lines.stream().map(line -> line.category().code()).collect(Collectors.toSet());
        return mapping.tables().stream()
                .flatMap(table -> concerned(mapping, kind, table))
                .anyMatch(about -> !spoken.contains(about.category()));
    }

    /// Whether the person's whole data in this system goes, but for what a hold keeps.
    public boolean everything(Mapping mapping, PersonKind kind) {
        return steps.stream().allMatch(WorkPlan::thorough)
                && mapping.tables().stream()
                        .allMatch(table -> concerned(mapping, kind, table).allMatch(this::planned));
    }

    /// Whether every row of the table that is about the person goes.
    public boolean removesAll(Mapping mapping, PersonKind kind, MappedTable table) {
        return concerned(mapping, kind, table).findAny().isPresent()
                && concerned(mapping, kind, table)
                        .allMatch(about ->
                                steps.stream()
                                        .filter(step -> step.about().equals(about))
                                        .anyMatch(Step::removes));
    }

    private static Stream<About> concerned(Mapping mapping, PersonKind kind, MappedTable table) {
        return table.abouts().stream().filter(about -> mapping.concerns(about, kind));
    }

    private boolean planned(About about) {
        return steps.stream().anyMatch(step -> step.about().equals(about));
    }

    private static boolean thorough(Step step) {
        return switch (step.todo()) {
            case Step.Todo.Erase _, Step.Todo.Archive _ -> true;
            case Step.Todo.Blank(_, var outcome) -> outcome == Outcome.ANONYMISED;
            case Step.Todo.Leave(var outcome) -> outcome == Outcome.HELD;
        };
    }

    private static Step again(MappedTable table, About about, Step.Todo todo) {
        // What an earlier round archived stands there: only the emptied row is left to remove.
        var only = todo instanceof Step.Todo.Archive ? new Step.Todo.Erase() : todo;
        return new Step(table, about, only, false);
    }

    private static Optional<Step.Todo> todo(MappedTable table, About about, List<PlanLine> lines) {
        return lines.stream()
                .filter(line -> line.category().code().equals(about.category()))
                .flatMap(line -> todo(table, about, line).stream())
                .reduce(WorkPlan::stronger);
    }

    private static Step.Todo stronger(Step.Todo one, Step.Todo other) {
        return rank(other) > rank(one) ? other : one;
    }

    /// A hold wins over everything; among the rest what removes more.
    private static int rank(Step.Todo todo) {
        return switch (todo) {
            case Step.Todo.Leave(var outcome) -> outcome == Outcome.HELD ? 9 : 0;
            case Step.Todo.Blank _ -> 1;
            case Step.Todo.Erase _ -> 2;
            case Step.Todo.Archive _ -> 3;
        };
    }

    private static Optional<Step.Todo> todo(MappedTable table, About about, PlanLine line) {
        return switch (line.disposition()) {
            case Disposition.Held _ -> Optional.of(new Step.Todo.Leave(Outcome.HELD));
            case Disposition.Keep _ -> Optional.of(new Step.Todo.Leave(Outcome.KEPT));
            case Disposition.Erase _ ->
                    line.items().isEmpty()
                            ? Optional.of(whole(table, about))
                            : some(table, about, line.items());
            case Disposition.Archive(var basis) -> {
                var todo =
                        line.items().isEmpty()
                                ? Optional.of(whole(table, about))
                                : some(table, about, line.items());
                yield about.action() == About.Action.ARCHIVE
                        ? todo.map(gone -> kept(gone, basis))
                        : todo;
            }
        };
    }

    /// A row that goes is archived before. From a row that another purpose still needs only what no
    /// law keeps is taken: the rest is archived when the row goes.
    private static Step.Todo kept(Step.Todo gone, Basis basis) {
        if (!(gone instanceof Step.Todo.Blank(var columns, var outcome))) {
            return new Step.Todo.Archive(basis);
        }
        var free = columns.stream().filter(c -> c.as() != Column.Treatment.ARCHIVE).toList();
        return free.isEmpty()
                ? new Step.Todo.Leave(Outcome.KEPT)
                : new Step.Todo.Blank(free, outcome);
    }

    private static Step.Todo whole(MappedTable table, About about) {
        return about.own()
                ? new Step.Todo.Erase()
                : new Step.Todo.Blank(columns(table, about), Outcome.ANONYMISED);
    }

    private static Optional<Step.Todo> some(MappedTable table, About about, Set<ItemCode> items) {
        var codes = items.stream().map(ItemCode::code).collect(Collectors.toSet());
        var all = about.own() ? table.personal() : columns(table, about);
        var meant = all.stream().filter(c -> c.item() != null && codes.contains(c.item())).toList();
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        if (meant.size() == all.size()) {
            return Optional.of(whole(table, about));
        }
        return Optional.of(
                new Step.Todo.Blank(meant, about.own() ? Outcome.ERASED : Outcome.ANONYMISED));
    }

    private static List<Column> columns(MappedTable table, About about) {
        return about.columns().stream().flatMap(name -> table.column(name).stream()).toList();
    }
}
