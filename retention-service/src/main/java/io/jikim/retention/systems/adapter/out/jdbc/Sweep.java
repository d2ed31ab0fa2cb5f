package io.jikim.retention.systems.adapter.out.jdbc;

import io.jikim.retention.systems.domain.Column;
import io.jikim.retention.systems.domain.MappedTable;
import io.jikim.retention.systems.domain.Person;
import io.jikim.retention.systems.domain.Reach;
import io.jikim.retention.systems.domain.Remains;
import io.jikim.retention.systems.domain.Step;
import io.jikim.retention.systems.domain.WorkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Looks for what a plan should have removed: by the ways that lead to the person, and by the value
/// of her address in every text column of rows that are nobody else's.
final class Sweep {
    private final Sql sql;
    private final Function<Fragment, List<Long>> numbers;
    private final TreeSet<String> places = new TreeSet<>();
    private final TreeSet<String> tables = new TreeSet<>();
    private final TreeSet<String> columns = new TreeSet<>();

    Sweep(Sql sql, Function<Fragment, List<Long>> numbers) {
        this.sql = sql;
        this.numbers = numbers;
    }

    Remains of(Person person, WorkPlan plan) {
        for (Step step : plan.steps()) {
            if (!(step.todo() instanceof Step.Todo.Leave)) {
                reached(person, plan, step);
            }
        }
        person.called(Reach.Alias.EMAIL)
                .ifPresent(email ->
                        sql.mapping().tables().stream()
                                .filter(table -> meant(table, person, plan))
                                .forEach(table -> address(table, person, plan, email)));
        return new Remains(List.copyOf(places), tables.size(), columns.size());
    }

    private void reached(Person person, WorkPlan plan, Step step) {
        var table = step.table();
        var counts = new ArrayList<Fragment>();
        var names = new ArrayList<String>();
        if (step.removes()) {
            names.add(step.about().reach().column());
            counts.add(Fragment.of("count(*) filter (where not " + sql.referred(table) + ")"));
            undisposed(table, names, counts);
        }
        var emptied = step.todo() instanceof Step.Todo.Blank(var some, _) ? some : table.personal();
        for (Column column : emptied) {
            names.add(column.name());
            counts.add(
                    Fragment.of("count(*) filter (where t." + Sql.quoted(column.name()))
                            .then(" is distinct from ")
                            .then(sql.blank(table, column))
                            .then(")"));
        }
        if (counts.isEmpty()) {
            return;
        }
        look(table, names, counts, sql.rows(person, plan, step));
    }

    /// A row that had to go and stays for others' sake is emptied as the mapping says; of a column
    /// that came later it says nothing, so what stands there is still hers.
    private void undisposed(MappedTable table, List<String> names, List<Fragment> counts) {
        for (String column :
                new TreeSet<>(sql.shape().table(table.name()).orElseThrow().columns().keySet())) {
            if (table.column(column).isEmpty()) {
                names.add(column);
                counts.add(
                        Fragment.of(
                                "count(*) filter (where t."
                                        + Sql.quoted(column)
                                        + " is not null)"));
            }
        }
    }

    /// Whether her address may stand nowhere in the table but in what a hold or purpose keeps. When
    /// only a purpose ended, the address itself may still be in use elsewhere.
    private boolean meant(MappedTable table, Person person, WorkPlan plan) {
        return plan.everything(sql.mapping(), person.kind())
                || plan.removesAll(sql.mapping(), person.kind(), table);
    }

    private void address(MappedTable table, Person person, WorkPlan plan, String email) {
        var counts = new ArrayList<Fragment>();
        var names = new ArrayList<String>();
        var real = sql.shape().table(table.name()).orElseThrow();
        new TreeMap<>(real.columns())
                .forEach((name, cell) -> {
                    if (cell.text()) {
                        names.add(name);
                        counts.add(
                                Fragment.of(
                                        "count(*) filter (where lower(t."
                                                + Sql.quoted(name)
                                                + "::text) ~ lower(?))",
                                        whole(email)));
                    }
                });
        if (counts.isEmpty()) {
            return;
        }
        var elsewhere = Sql.not(sql.foreign(table, person, "t"));
        for (Step step : plan.steps()) {
            if (step.table().equals(table) && step.todo() instanceof Step.Todo.Leave) {
                elsewhere = elsewhere.and(Sql.not(sql.reach(table, step.about(), person, "t")));
            }
        }
        look(table, names, counts, elsewhere);
    }

    /// The address as a PostgreSQL pattern that does not meet it inside a longer one. Only ASCII
    /// continues an address: Korean writes its particles right behind it.
    private static String whole(String email) {
        String literal = email.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
        return "(?<![a-z0-9_][a-z0-9._+-]*)" + literal + "(?![._-]*[a-z0-9])";
    }

    private void look(
            MappedTable table, List<String> names, List<Fragment> counts, Fragment where) {
        var query =
                Fragment.of("select ")
                        .then(Fragment.join(", ", counts))
                        .then(" from " + sql.table(table.name()) + " t where ")
                        .then(where);
        var found = numbers.apply(query);
        tables.add(table.name());
        for (int i = 0; i < names.size(); i++) {
            String place = table.name() + "." + names.get(i);
            columns.add(place);
            if (found.get(i) > 0) {
                places.add(place);
            }
        }
    }
}
