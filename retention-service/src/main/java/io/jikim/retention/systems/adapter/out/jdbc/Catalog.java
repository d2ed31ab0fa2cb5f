package io.jikim.retention.systems.adapter.out.jdbc;

import io.jikim.retention.systems.domain.Shape;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads from PostgreSQL's catalog what a schema looks like: tables, columns, keys.
final class Catalog {
    private static final String COLUMNS =
            """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                   a.attnotnull, t.typcategory = 'S' or t.typname in ('json', 'jsonb', 'xml') or t.typcategory = 'A',
                   t.typname in ('date', 'timestamp', 'timestamptz'),
                   exists (select 1 from pg_index i
                           where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey))
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_type t on t.oid = a.atttypid
            where n.nspname = ? and c.relkind in ('r', 'p')
            order by c.relname, a.attnum
            """;
    private static final String FOREIGN_KEYS =
            """
            select case when cn.nspname = ? then c.relname::text
                        else quote_ident(cn.nspname) || '.' || quote_ident(c.relname) end,
                   array(select a.attname::text from unnest(k.conkey) with ordinality x (num, pos)
                         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.num order by x.pos),
                   p.relname,
                   array(select a.attname::text from unnest(k.confkey) with ordinality x (num, pos)
                         join pg_attribute a on a.attrelid = k.confrelid and a.attnum = x.num order by x.pos)
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            join pg_namespace cn on cn.oid = c.relnamespace
            join pg_class p on p.oid = k.confrelid
            join pg_namespace pn on pn.oid = p.relnamespace
            where k.contype = 'f' and k.conparentid = 0 and pn.nspname = ?
            order by 1, 3
            """;

    private Catalog() {}

    static Shape read(Connection connection, String schema) throws SQLException {
        return new Shape(tables(connection, schema), foreignKeys(connection, schema));
    }

    private static Map<String, Shape.Table> tables(Connection connection, String schema)
            throws SQLException {
        var columns = new HashMap<String, Map<String, Shape.Cell>>();
        var keys = new HashMap<String, List<String>>();
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    String table = rows.getString(1);
                    String column = rows.getString(2);
                    columns.computeIfAbsent(table, _ -> new HashMap<>())
                            .put(
                                    column,
                                    new Shape.Cell(
                                            rows.getString(3),
                                            rows.getBoolean(4),
                                            rows.getBoolean(5),
                                            rows.getBoolean(6)));
                    if (rows.getBoolean(7)) {
                        keys.computeIfAbsent(table, _ -> new ArrayList<>()).add(column);
                    }
                }
            }
        }
        var tables = new HashMap<String, Shape.Table>();
        columns.forEach((table, cells) ->
                tables.put(table, new Shape.Table(cells, keys.getOrDefault(table, List.of()))));
        return tables;
    }

    private static List<Shape.ForeignKey> foreignKeys(Connection connection, String schema)
            throws SQLException {
        var keys = new ArrayList<Shape.ForeignKey>();
        try (var statement = connection.prepareStatement(FOREIGN_KEYS)) {
            statement.setString(1, schema);
            statement.setString(2, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(
                            new Shape.ForeignKey(
                                    rows.getString(1),
                                    strings(rows.getArray(2)),
                                    rows.getString(3),
                                    strings(rows.getArray(4))));
                }
            }
        }
        return keys;
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
