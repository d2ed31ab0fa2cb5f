package io.jikim.examples.ompass;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of one table on their way to multi-row inserts.
final class Rows {
    private static final int PER_STATEMENT = 500;

    private final String table;
    private final List<String> rows = new ArrayList<>();

    Rows(String table) {
        this.table = table;
    }

    /// Numbers stand as they are, everything else as a quoted literal that PostgreSQL casts.
    void add(@Nullable Object... values) {
        rows.add(Stream.of(values).map(Rows::literal).collect(Collectors.joining(",", "(", ")")));
    }

    int size() {
        return rows.size();
    }

    List<String> statements() {
        var statements = new ArrayList<String>();
        for (int from = 0; from < rows.size(); from += PER_STATEMENT) {
            var page = rows.subList(from, Math.min(rows.size(), from + PER_STATEMENT));
            statements.add("insert into " + table + " values\n" + String.join(",\n", page));
        }
        return statements;
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number.toString();
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }
}
