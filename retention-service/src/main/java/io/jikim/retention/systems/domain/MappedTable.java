package io.jikim.retention.systems.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One table of an operator's database as its mapping describes it.
public record MappedTable(
        String name, List<String> key, Map<String, Column> columns, List<About> abouts) {

    public MappedTable {
        key = List.copyOf(key);
        columns = Map.copyOf(columns);
        abouts = List.copyOf(abouts);
    }

    public Optional<Column> column(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    /// Columns that must not survive the person, in the order of their names.
    public List<Column> personal() {
        return new TreeMap<>(columns).values().stream().filter(Column::personal).toList();
    }

    /// Columns of the archive copy, in the order of their names.
    public List<Column> archived() {
        return personal().stream().filter(c -> c.as() == Column.Treatment.ARCHIVE).toList();
    }

    /// The ways in which rows are a person's own.
    public List<About> own() {
        return abouts.stream().filter(About::own).toList();
    }
}
