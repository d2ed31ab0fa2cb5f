package io.jikim.retention.systems.domain;

import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds up what became of how many rows.
public final class Tallies {
    private final Map<Tally, Long> counts = new LinkedHashMap<>();

    public void add(Tally tally) {
        var name = new Tally(tally.category(), tally.outcome(), 0, tally.basis(), tally.until());
        counts.merge(name, tally.count(), Long::sum);
    }

    /// Counts the rows of a step; one that only finishes an earlier round is counted there.
    public void step(Step step, long rows) {
        if (step.tallied()) {
            add(Tally.of(step.category(), outcome(step), rows));
        }
    }

    private static Outcome outcome(Step step) {
        return switch (step.todo()) {
            case Step.Todo.Erase _ -> Outcome.ERASED;
            case Step.Todo.Archive _ -> Outcome.ARCHIVED;
            case Step.Todo.Blank(_, var outcome) -> outcome;
            case Step.Todo.Leave(var outcome) -> outcome;
        };
    }

    /// One tally for each kind of outcome that met at least one row.
    public List<Tally> all() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry ->
                        new Tally(
                                entry.getKey().category(),
                                entry.getKey().outcome(),
                                entry.getValue(),
                                entry.getKey().basis(),
                                entry.getKey().until()))
                .toList();
    }
}
