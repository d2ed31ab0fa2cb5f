package io.jikim.benchmarks.audit;

import io.jikim.benchmarks.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/// `COPY` of rows that the service has written, into tables with the same columns, indexes and
/// partitions, in commits of 1,000 entries.
final class CopyLimit {

    static final int BATCH = 1_000;
    private static final int BATCHES = 100;

    // With the checks, indexes and storage of the original, and partitioned as it is.
    private static final String MAKE =
            """
            do $$
            declare
                original record;
            begin
                execute 'create schema limits';
                for original in
                    select c.relname as name, c.relkind = 'p' as split, pg_get_partkeydef(c.oid) as key
                    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname = any (%s)
                loop
                    if original.split then
                        execute format('create table limits.%%I (like public.%%I including all) partition by %%s',
                            original.name, original.name, original.key);
                        execute format('create table limits.%%I partition of limits.%%I default',
                            original.name || '_all', original.name);
                    else
                        execute format('create table limits.%%I (like public.%%I including all)',
                            original.name, original.name);
                    end if;
                end loop;
            end $$
            """;

    private final AuditScene scene;
    private final List<Map<String, byte[]>> batches = new ArrayList<>();

    /// Reads the rows of the first entries.
    CopyLimit(AuditScene scene) throws SQLException, IOException {
        this.scene = scene;
        long entries = Math.min(scene.size(), (long) BATCH * BATCHES);
        try (var connection = scene.database()) {
            for (long from = 0; from + BATCH <= entries; from += BATCH) {
                batches.add(read(connection, from));
            }
            execute(connection, MAKE.formatted(names()));
        }
    }

    private static Map<String, byte[]> read(Connection connection, long from)
            throws SQLException, IOException {
        var rows = new LinkedHashMap<String, byte[]>();
        for (var table : LogTables.ALL) {
            var copied = new ByteArrayOutputStream();
            copying(connection)
                    .copyOut(
                            "copy (%s) to stdout (format binary)"
                                    .formatted(table.rows(from, from + BATCH)),
                            copied);
            rows.put(table.name(), copied.toByteArray());
        }
        return rows;
    }

    /// Entries per second over at least so many seconds.
    double perSecond(int seconds) throws SQLException, IOException {
        Progress.say("limit: COPY in commits of %d for %d s", BATCH, seconds);
        long nanos = 0;
        long entries = 0;
        try (var connection = scene.database()) {
            while (nanos < seconds * 1_000_000_000L) {
                execute(connection, "truncate " + String.join(", ", qualified()));
                connection.setAutoCommit(false);
                long start = System.nanoTime();
                for (var batch : batches) {
                    copy(connection, batch);
                }
                nanos += System.nanoTime() - start;
                entries += (long) batches.size() * BATCH;
                connection.setAutoCommit(true);
            }
        }
        return entries / (nanos / 1e9);
    }

    private static void copy(Connection connection, Map<String, byte[]> batch)
            throws SQLException, IOException {
        for (var rows : batch.entrySet()) {
            copying(connection)
                    .copyIn(
                            "copy limits.%s from stdin (format binary)".formatted(rows.getKey()),
                            new ByteArrayInputStream(rows.getValue()));
        }
        connection.commit();
    }

    void drop() throws SQLException {
        try (var connection = scene.database()) {
            execute(connection, "drop schema limits cascade");
        }
    }

    private static String names() {
        return "array['" + String.join("', '", LogTables.names()) + "']";
    }

    private static List<String> qualified() {
        return LogTables.names().stream().map(name -> "limits." + name).toList();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static org.postgresql.copy.CopyManager copying(Connection connection)
            throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
