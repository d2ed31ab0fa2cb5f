package io.jikim.retention.systems.adapter.out.jdbc;

import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.systems.domain.About;
import io.jikim.retention.systems.domain.Column;
import io.jikim.retention.systems.domain.MappedTable;
import io.jikim.retention.systems.domain.Mapping;
import io.jikim.retention.systems.domain.Person;
import io.jikim.retention.systems.domain.Reach;
import io.jikim.retention.systems.domain.Shape;
import io.jikim.retention.systems.domain.Step;
import io.jikim.retention.systems.domain.WorkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// Writes the SQL of one run. Names come from the mapping and are quoted, types come from the
/// catalog, values are parameters.
///
/// @param castable whether a value can be one of a type; who cannot be meant is reached by nothing
record Sql(Mapping mapping, Shape shape, BiPredicate<String, String> castable) {

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    String table(String name) {
        // A table outside the mapped schema carries its quoted name from the catalog.
        return shape.table(name).isPresent() ? quoted(mapping.schema()) + "." + quoted(name) : name;
    }

    String type(MappedTable table, String column) {
        return shape.cell(table.name(), column)
                .orElseThrow(() -> new IllegalStateException(table.name() + "." + column))
                .type();
    }

    /// The type without a length or precision: a cast to it loses nothing.
    static String unbounded(String type) {
        return type.replaceFirst("^character\\(.*\\)$", "bpchar")
                .replaceFirst("^bit\\(", "bit varying(")
                .replaceFirst("\\(.*?\\)", "");
    }

    /// Whether the type writes `x` as it was given. A UUID has no two readings however it is
    /// written.
    static String sameText(String type) {
        String plain = unbounded(type);
        return switch (plain) {
            case "uuid" -> "true";
            case "numeric" -> "trim_scale(cast(x as numeric))::text = x";
            default -> "cast(x as " + plain + ")::text = x";
        };
    }

    /// Rows of a step: reached from the person, and named by no hold.
    Fragment rows(Person person, WorkPlan plan, Step step) {
        var rows = reach(step.table(), step.about(), person, "t");
        for (Step other : plan.steps()) {
            if (other.table().equals(step.table())
                    && !other.equals(step)
                    && other.todo() instanceof Step.Todo.Leave(var outcome)
                    && outcome == Outcome.HELD) {
                rows = rows.and(not(reach(other.table(), other.about(), person, "t")));
            }
        }
        return rows;
    }

    static Fragment not(Fragment condition) {
        // A condition over null is null: such a row is not meant.
        return Fragment.of("not coalesce((").then(condition).then("), false)");
    }

    Fragment reach(MappedTable table, About about, Person person, String alias) {
        var reached =
                switch (about.reach()) {
                    case Reach.Person by -> direct(table, by, person, alias);
                    case Reach.Through by -> through(by, person, alias);
                };
        for (String column : about.whenNull()) {
            reached = reached.then(" and " + alias + "." + quoted(column) + " is null");
        }
        return reached;
    }

    /// Rows that are another person's own and not hers: that person may use the same address.
    Fragment foreign(MappedTable table, Person person, String alias) {
        var others =
                table.own().stream().map(about -> others(table, about, person, alias)).toList();
        if (others.isEmpty()) {
            return Fragment.NOBODY;
        }
        var foreign = Fragment.of("(").then(Fragment.join(" or ", others)).then(")");
        for (About about : table.own()) {
            if (mapping.concerns(about, person.kind())) {
                foreign = foreign.and(not(reach(table, about, person, alias)));
            }
        }
        return foreign;
    }

    private Fragment others(MappedTable table, About about, Person person, String alias) {
        String column = alias + "." + quoted(about.reach().column());
        var others =
                switch (about.reach()) {
                    case Reach.Person by ->
                            Fragment.of(named(by, person) ? column + " is not null" : "false");
                    case Reach.Through by -> {
                        String inner = alias + "x";
                        yield Fragment.of(
                                        "%s in (select %s.%s from %s %s where "
                                                .formatted(
                                                        column,
                                                        inner,
                                                        quoted(by.references()),
                                                        table(by.table()),
                                                        inner))
                                .then(
                                        foreign(
                                                mapping.table(by.table()).orElseThrow(),
                                                person,
                                                inner))
                                .then(")");
                    }
                };
        for (String empty : about.whenNull()) {
            others = others.then(" and " + alias + "." + quoted(empty) + " is null");
        }
        return others;
    }

    /// Whether an external id in that column can tell another person from her.
    private static boolean named(Reach.Person by, Person person) {
        return by.by() == Reach.Alias.EXTERNAL_ID
                && (by.kind() != person.kind() || person.externalId() != null);
    }

    private Fragment direct(MappedTable table, Reach.Person by, Person person, String alias) {
        if (by.kind() != person.kind()) {
            return Fragment.NOBODY;
        }
        String column = alias + "." + quoted(by.column());
        String type = type(table, by.column());
        return person.called(by.by())
                .filter(value -> by.by() == Reach.Alias.EMAIL || castable.test(value, type))
                .map(value ->
                        by.by() == Reach.Alias.EMAIL
                                ? Fragment.of("lower(" + column + "::text) = lower(?)", value)
                                : Fragment.of(column + " = cast(? as " + type + ")", value))
                .orElse(Fragment.NOBODY);
    }

    private Fragment through(Reach.Through by, Person person, String alias) {
        String inner = alias + "p";
        var parent = mapping.table(by.table()).orElseThrow();
        var own =
                parent.own().stream()
                        .filter(about -> mapping.concerns(about, person.kind()))
                        .map(about -> reach(parent, about, person, inner))
                        .toList();
        if (own.isEmpty()) {
            return Fragment.NOBODY;
        }
        String select =
                "%s.%s in (select %s.%s from %s %s where "
                        .formatted(
                                alias,
                                quoted(by.column()),
                                inner,
                                quoted(by.references()),
                                table(by.table()),
                                inner);
        return Fragment.of(select).then(Fragment.join(" or ", own)).then(")");
    }

    /// True where another row, whoever's, still refers to row `t`.
    String referred(MappedTable table) {
        var conditions = new ArrayList<String>();
        for (Shape.ForeignKey key : shape.referringTo(table.name())) {
            var pairs = new ArrayList<String>();
            for (int i = 0; i < key.columns().size(); i++) {
                pairs.add(
                        "c."
                                + quoted(key.columns().get(i))
                                + " = t."
                                + quoted(key.references().get(i)));
            }
            conditions.add(
                    "exists (select 1 from "
                            + table(key.table())
                            + " c where "
                            + String.join(" and ", pairs)
                            + ")");
        }
        return conditions.isEmpty() ? "false" : "(" + String.join(" or ", conditions) + ")";
    }

    static String key(MappedTable table) {
        return table.key().stream()
                .map(column -> "t." + quoted(column) + "::text")
                .collect(Collectors.joining(", ", "concat_ws('|', ", ")"));
    }

    /// What stands in a column when its row stays.
    Fragment blank(MappedTable table, Column column) {
        String blank = column.blank();
        return blank == null
                ? Fragment.of("null")
                : Fragment.of(
                        "cast(replace(?::text, '{key}', "
                                + key(table)
                                + ") as "
                                + type(table, column.name())
                                + ")",
                        blank);
    }

    Fragment blanks(MappedTable table, List<Column> columns) {
        return Fragment.join(
                ", ",
                columns.stream()
                        .map(c -> Fragment.of(quoted(c.name()) + " = ").then(blank(table, c)))
                        .toList());
    }

    /// The day a row's period starts: the first named event that it has.
    Fragment legalEvent(MappedTable table, About about) {
        var events = new ArrayList<Fragment>();
        for (String column : about.legalEvent()) {
            // infinity is how some write that it has not ended yet: no day
            String value = "case when isfinite(t.%1$s) then t.%1$s end".formatted(quoted(column));
            events.add(
                    type(table, column).contains("with time zone")
                            ? Fragment.of(
                                    "((" + value + ") at time zone ?)::date",
                                    mapping.zone().getId())
                            : Fragment.of("(" + value + ")::date"));
        }
        return Fragment.of("coalesce(").then(Fragment.join(", ", events)).then(")");
    }
}
