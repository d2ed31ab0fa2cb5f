package io.jikim.retention.systems.domain;

import io.jikim.retention.erasure.domain.Category;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Compares a mapping with itself and with the database: everything wrong at once, by name.
public final class MappingCheck {
    private final Mapping mapping;
    private final Shape shape;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> earlier = new HashSet<>();

    private MappingCheck(Mapping mapping, Shape shape) {
        this.mapping = mapping;
        this.shape = shape;
    }

    /// Why the mapping cannot be taken; empty if it can. Columns without a disposition are among
    /// them.
    public static List<String> problems(Mapping mapping, Shape shape) {
        var check = new MappingCheck(mapping, shape);
        mapping.tables().forEach(check::table);
        check.problems.addAll(alarms(mapping, shape));
        return List.copyOf(check.problems);
    }

    /// What the database has and the mapping says nothing about: a column of a mapped table, or an
    /// unmapped table that refers to rows which have to go.
    public static List<String> alarms(Mapping mapping, Shape shape) {
        var alarms = new ArrayList<String>();
        for (MappedTable table : mapping.tables()) {
            shape.table(table.name())
                    .ifPresent(real ->
                            new TreeSet<>(real.columns().keySet())
                                    .stream()
                                            .filter(c -> !table.columns().containsKey(c))
                                            .map(c ->
                                                    "column "
                                                            + table.name()
                                                            + "."
                                                            + c
                                                            + " has no disposition")
                                            .forEach(alarms::add));
        }
        for (Shape.ForeignKey key : shape.foreignKeys()) {
            boolean goes = mapping.table(key.parent()).filter(t -> !t.own().isEmpty()).isPresent();
            if (goes && mapping.table(key.table()).isEmpty()) {
                alarms.add(
                        "table " + key.table() + " refers to " + key.parent() + " and is unmapped");
            }
        }
        return List.copyOf(alarms);
    }

    /// Every place that names a category which is not among these: no plan would ever speak of it.
    public static List<String> strangers(Mapping mapping, Set<Category> categories) {
        var strangers = new ArrayList<String>();
        for (int t = 0; t < mapping.tables().size(); t++) {
            var abouts = mapping.tables().get(t).abouts();
            for (int a = 0; a < abouts.size(); a++) {
                String category = abouts.get(a).category();
                if (categories.stream().noneMatch(known -> known.code().equals(category))) {
                    strangers.add(
                            "/tables/"
                                    + t
                                    + "/about/"
                                    + a
                                    + "/category: "
                                    + category
                                    + " is no category of the published policy");
                }
            }
        }
        return List.copyOf(strangers);
    }

    private void table(MappedTable table) {
        var real = shape.table(table.name());
        if (real.isEmpty()) {
            problems.add("unknown table " + table.name());
        } else {
            columns(table, real.get());
        }
        if (!earlier.add(table.name())) {
            problems.add("table " + table.name() + " stands twice");
        }
        table.abouts().forEach(about -> about(table, about));
        for (Shape.ForeignKey key : shape.foreignKeys()) {
            if (key.table().equals(table.name())
                    && mapping.table(key.parent()).isPresent()
                    && !earlier.contains(key.parent())) {
                problems.add(
                        "table "
                                + table.name()
                                + " refers to "
                                + key.parent()
                                + " and must stand after it");
            }
        }
    }

    private void columns(MappedTable table, Shape.Table real) {
        if (!Set.copyOf(real.key()).equals(Set.copyOf(table.key()))) {
            problems.add("key of " + table.name() + " is " + real.key() + ", not " + table.key());
        }
        boolean mayStay =
                table.own().isEmpty() || !shape.referringTo(table.name()).isEmpty() || items(table);
        for (Column column : new TreeMap<>(table.columns()).values()) {
            var cell = shape.cell(table.name(), column.name());
            if (cell.isEmpty()) {
                problems.add("unknown column " + table.name() + "." + column.name());
                continue;
            }
            boolean blanked = column.personal() && mayStay || blankedByName(table, column);
            if (blanked && cell.get().required() && column.blank() == null) {
                problems.add(
                        "column "
                                + table.name()
                                + "."
                                + column.name()
                                + " must not be null and has no blank");
            }
        }
    }

    private static boolean items(MappedTable table) {
        return table.personal().stream().anyMatch(column -> column.item() != null);
    }

    private static boolean blankedByName(MappedTable table, Column column) {
        return table.abouts().stream().anyMatch(about -> about.columns().contains(column.name()));
    }

    private void about(MappedTable table, About about) {
        named(table, about.whenNull());
        named(table, about.columns());
        named(table, about.legalEvent());
        named(table, List.of(about.reach().column()));
        for (String column : about.columns()) {
            if (table.key().contains(column)) {
                problems.add("key column " + table.name() + "." + column + " cannot be anonymised");
            }
        }
        if (about.reach() instanceof Reach.Through through) {
            through(table, through);
        }
        for (String event : about.legalEvent()) {
            shape.cell(table.name(), event)
                    .filter(cell -> !cell.date())
                    .ifPresent(cell ->
                            problems.add(
                                    "legal event "
                                            + table.name()
                                            + "."
                                            + event
                                            + " is no date but "
                                            + cell.type()));
        }
        if (about.action() == About.Action.ARCHIVE && table.archived().isEmpty()) {
            problems.add("table " + table.name() + " is archived without any column");
        }
    }

    private void through(MappedTable table, Reach.Through through) {
        boolean before = earlier.contains(through.table()) && !through.table().equals(table.name());
        if (!before || mapping.table(through.table()).filter(t -> !t.own().isEmpty()).isEmpty()) {
            problems.add(
                    "table "
                            + table.name()
                            + " is reached through "
                            + through.table()
                            + ", which is no earlier table with rows of the person's own");
        } else if (shape.table(through.table()).isPresent()
                && shape.cell(through.table(), through.references()).isEmpty()) {
            problems.add("unknown column " + through.table() + "." + through.references());
        }
    }

    private void named(MappedTable table, List<String> columns) {
        for (String column : columns) {
            if (table.column(column).isEmpty()) {
                problems.add(
                        "column " + table.name() + "." + column + " is used and not described");
            }
        }
    }
}
