package io.jikim.benchmarks.audit;

import io.jikim.benchmarks.Figures;
import io.jikim.benchmarks.LocalStack;
import io.jikim.benchmarks.Progress;
import io.jikim.platform.sql.CopyRows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.PGConnection;

/// A log of any size in the tables of the service, by `COPY` as the superuser: in the place of what
/// stood there, without write-ahead log, keys and indexes made afterwards.
///
/// The service must not run meanwhile.
final class SeededLog {

    private static final int WIDTH = 256;
    private static final int CHUNK = 40 * WIDTH;
    private static final int WRITERS = 2;
    private static final long PATIENCE = 240_000_000_000L;

    private static final String KEYS =
            """
            select format('alter table %I drop constraint %I', conrelid::regclass, conname),
                format('alter table %I add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint
            where contype in ('p', 'u') and conparentid = 0 and conrelid = any (?::regclass[])
            """;
    private static final String INDEXES =
            """
            select format('drop index %I', i.indexrelid::regclass),
                replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
            from pg_index i
            where i.indrelid = any (?::regclass[])
                and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            """;
    private static final List<String> LARGE =
            List.of("entry", "entry_name", "disclosure", "access_subject", "tile");

    private record Definition(String away, String back) {}

    private final String address;
    private final int planned;
    private int entries;
    private final LogKey key;
    private final List<String> sealed = new ArrayList<>();
    private final List<byte[]> roots;

    SeededLog(LocalStack stack, int entries, LogKey key, BusKey bus) {
        this.address = stack.superuser("audit");
        // Whole tiles of the lowest level: no open one has to be made here.
        this.planned = entries - entries % WIDTH;
        this.entries = planned;
        this.key = key;
        for (int i = 0; i < WIDTH; i++) {
            sealed.add(bus.sealed(AuditScene.TENANT, "{\"from\":\"10.1.2.%d\"}".formatted(i)));
        }
        roots = new ArrayList<>(Collections.nCopies(planned / WIDTH, new byte[0]));
    }

    /// How many there are: fewer than planned where the machine was too slow for them.
    int entries() {
        return entries;
    }

    int people() {
        return SeededEntry.people(planned);
    }

    /// Returns entries per second.
    double write() throws SQLException, IOException, InterruptedException, ExecutionException {
        Progress.say("a log of %d entries by COPY", entries);
        long start = System.nanoTime();
        List<Definition> definitions;
        try (var connection = DriverManager.getConnection(address)) {
            definitions = empty(connection);
        }
        copyAll(start + PATIENCE);
        Progress.say("its indexes");
        try (var connection = DriverManager.getConnection(address)) {
            above(connection);
            execute(connection, "set maintenance_work_mem = '1GB'");
            for (var definition : definitions) {
                execute(connection, definition.back());
            }
            execute(connection, "analyze " + String.join(", ", LARGE));
            execute(connection, "checkpoint");
        }
        return Figures.rounded(entries / ((System.nanoTime() - start) / 1e9));
    }

    private List<Definition> empty(Connection connection) throws SQLException {
        execute(connection, "set session_replication_role = replica");
        execute(connection, "truncate " + String.join(", ", LogTables.names()) + " cascade");
        execute(connection, "update log_state set size = 0, root = sha256('')");
        for (var part : parts(connection)) {
            execute(connection, "alter table " + part + " set unlogged");
            execute(connection, "alter table " + part + " set (autovacuum_enabled = false)");
        }
        var definitions = new ArrayList<Definition>();
        definitions.addAll(definitions(connection, KEYS));
        definitions.addAll(definitions(connection, INDEXES));
        for (var definition : definitions) {
            execute(connection, definition.away());
        }
        return definitions;
    }

    private static List<String> parts(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : LARGE) {
            try (var query =
                    connection.prepareStatement(
                            "select relid::regclass::text from pg_partition_tree(?::regclass) where"
                                    + " isleaf")) {
                query.setString(1, table);
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
            }
        }
        return found;
    }

    private static List<Definition> definitions(Connection connection, String sql)
            throws SQLException {
        var found = new ArrayList<Definition>();
        try (var query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", LARGE.toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Definition(row.getString(1), row.getString(2)));
                }
            }
        }
        return found;
    }

    private void copyAll(long end) throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(writers.submit(() -> copyChunks(next, end)));
            }
            for (var one : all) {
                one.get();
            }
        }
        entries = Math.min(planned, next.get() * CHUNK);
    }

    /// Whoever takes a chunk writes it, so that there is no hole however early it ends.
    private Void copyChunks(AtomicInteger next, long end) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(address)) {
            while (System.nanoTime() < end && next.get() * CHUNK < planned) {
                int chunk = next.getAndIncrement();
                copy(connection, chunk * CHUNK, Math.min(planned, (chunk + 1) * CHUNK));
                if (chunk % 100 == 99) {
                    Progress.say("%d", chunk * CHUNK);
                }
            }
        }
        return null;
    }

    private void copy(Connection connection, int from, int to) throws SQLException, IOException {
        var random = new SplittableRandom(from);
        var sha = new Sha();
        var entry = new CopyRows();
        var name = new CopyRows();
        var disclosure = new CopyRows();
        var subject = new CopyRows();
        var tile = new CopyRows();
        var row = new ArrayList<byte[]>(WIDTH);
        var secret = new byte[32];
        var previous = new byte[32];
        for (int index = from; index < to; index++) {
            var leaf = SeededEntry.leaf(random);
            var hash = sha.leaf(leaf);
            var event = SeededEntry.event(index);
            entry.row(5).int8(index).uuid(event).text("").bytea(leaf).bytea(hash);
            name.row(3).uuid(event).text("").int8(index);
            random.nextBytes(secret);
            disclose(disclosure, index, secret);
            random.nextBytes(previous);
            subject.row(6)
                    .text(AuditScene.TENANT)
                    .uuid(SeededEntry.subject(index, planned))
                    .int8(index)
                    .int8(SeededEntry.first(index, planned))
                    .int8(SeededEntry.number(index, planned))
                    .bytea(previous);
            row.add(hash);
            if (row.size() == WIDTH) {
                var root = sha.root(row);
                roots.set(index / WIDTH, root);
                tile.row(4).int2(0).int8(index / WIDTH).bytea(joined(row)).bytea(root);
                row.clear();
            }
        }
        copyIn(connection, "entry (index, event_id, claimed_by, leaf, leaf_hash)", entry);
        copyIn(connection, "entry_name (event_id, claimed_by, index)", name);
        copyIn(
                connection,
                "disclosure (index, block, tenant, secret, fields, at, actor, action, source, sealed, class)",
                disclosure);
        copyIn(
                connection,
                "access_subject (tenant, subject, index, since, number, previous)",
                subject);
        copyIn(connection, "tile (level, index, hashes, root)", tile);
    }

    private void disclose(CopyRows rows, int index, byte[] secret) throws IOException {
        var at = SeededEntry.at(index);
        var actor = SeededEntry.actor(index);
        var fields =
                """
                {"event":"%s","places":"%064x","position":"1/%d","reason":"CUSTOMER_REQUEST","resource":"people/profile",\
                "role":"STAFF","subjects":"%s","type":"io.jikim.access.recorded.v1"}\
                """
                        .formatted(
                                SeededEntry.event(index),
                                index,
                                index,
                                SeededEntry.subject(index, planned));
        rows.row(11)
                .int8(index)
                .int4(index / WIDTH)
                .text(AuditScene.TENANT)
                .bytea(secret)
                .text(fields)
                .timestamp(at)
                .text(actor)
                .text("READ")
                .text("/consent-service")
                .text(sealed.get(index % WIDTH))
                .text("ACCESS");
    }

    /// Everything above the lowest level, and the head.
    private void above(Connection connection) throws SQLException, IOException {
        execute(connection, "set session_replication_role = replica");
        var sha = new Sha();
        var tiles = new CopyRows();
        var below = roots.subList(0, entries / WIDTH);
        for (int level = 1; below.size() >= WIDTH; level++) {
            var next = new ArrayList<byte[]>();
            for (int at = 0; at + WIDTH <= below.size(); at += WIDTH) {
                var row = below.subList(at, at + WIDTH);
                var root = sha.root(row);
                tiles.row(4).int2(level).int8(at / WIDTH).bytea(joined(row)).bytea(root);
                next.add(root);
            }
            below = next;
        }
        copyIn(connection, "tile (level, index, hashes, root)", tiles);
        spans(connection);
        var root = sha.root(roots.subList(0, entries / WIDTH));
        try (var state = connection.prepareStatement("update log_state set size = ?, root = ?");
                var head =
                        connection.prepareStatement(
                                "insert into checkpoint (size, note) values (?, ?)")) {
            state.setLong(1, entries);
            state.setBytes(2, root);
            state.executeUpdate();
            head.setLong(1, entries);
            head.setString(2, key.note(entries, root));
            head.executeUpdate();
        }
    }

    /// From when to when the accesses of each full tile are.
    private void spans(Connection connection) throws SQLException, IOException {
        var rows = new CopyRows();
        for (int level = 0; level <= 1; level++) {
            int width = level == 0 ? WIDTH : WIDTH * WIDTH;
            for (int tile = 0; tile < entries / width; tile++) {
                rows.row(4)
                        .int2(level)
                        .int8(tile)
                        .timestamp(SeededEntry.at((long) tile * width))
                        .timestamp(SeededEntry.at((tile + 1L) * width - 1));
            }
        }
        copyIn(connection, "span (level, index, earliest, latest)", rows);
    }

    private static byte[] joined(List<byte[]> hashes) {
        var joined = new byte[hashes.size() * 32];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, joined, i * 32, 32);
        }
        return joined;
    }

    private static void copyIn(Connection connection, String table, CopyRows rows)
            throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)", rows.sent());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
