package io.jikim.retention.systems.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an operator's database really looks like: read from its catalog at every run.
public record Shape(Map<String, Table> tables, List<ForeignKey> foreignKeys) {

    public Shape {
        tables = Map.copyOf(tables);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /// One table; `key` is its primary key.
    public record Table(Map<String, Cell> columns, List<String> key) {
        public Table {
            columns = Map.copyOf(columns);
            key = List.copyOf(key);
        }
    }

    /// One column. `type` as PostgreSQL writes it, such as `character varying(80)`.
    ///
    /// @param text whether an address can stand in it
    /// @param date whether it is a day or a point in time
    public record Cell(String type, boolean required, boolean text, boolean date) {}

    /// A constraint of the database: `columns` of `table` refer to `references` of `parent`.
    /// `table` carries its schema, quoted where needed, when it is outside the mapped one.
    public record ForeignKey(
            String table, List<String> columns, String parent, List<String> references) {
        public ForeignKey {
            columns = List.copyOf(columns);
            references = List.copyOf(references);
        }
    }

    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    public Optional<Cell> cell(String table, String column) {
        return table(table).map(found -> found.columns().get(column));
    }

    /// The constraints that keep rows of this table from going.
    public List<ForeignKey> referringTo(String parent) {
        return foreignKeys.stream().filter(key -> key.parent().equals(parent)).toList();
    }
}
