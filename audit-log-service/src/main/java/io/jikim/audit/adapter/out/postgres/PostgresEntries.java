package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.BrokenLog;
import io.jikim.audit.application.port.Entries;
import io.jikim.audit.application.port.Entry;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Frontier;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Tile;
import io.jikim.platform.sql.CopyRows;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/// The log in tables that only grow.
@ApplicationScoped
class PostgresEntries implements Entries {
    private static final String KNOWN =
            """
            select event_id, claimed_by from entry_name
            where (event_id, claimed_by) in (select * from unnest(?, ?))
            """;
    private static final String HEAD = "select size, root from log_state";
    private static final String OPEN_LEAVES =
            "select leaf_hash from entry where index >= ? and index < ? order by index";
    private static final String OPEN_ROOTS =
            "select root from tile_root where level = ? and index >= ? and index < ? order by"
                    + " index";
    // A sequencer that has read an older head changes no row here, and so writes nothing.
    private static final String MOVE =
            "update log_state set size = ?, root = ? where size = ? and root = ?";
    private static final String COPY_NAMES =
            "copy entry_name (event_id, claimed_by, index) from stdin (format binary)";
    private static final String COPY_ENTRIES =
            "copy entry (index, event_id, claimed_by, leaf, leaf_hash) from stdin (format binary)";
    private static final String TILE =
            "insert into tile (level, index, hashes, root) values (?, ?, ?, ?)";
    private static final String CLOSE_SPANS = "select close_spans(?)";

    private record Head(long size, Hash root) {}

    private final Rows database;
    private final PostgresDisclosures disclosures;

    PostgresEntries(DataSource database, PostgresDisclosures disclosures) {
        this.database = new Rows(database);
        this.disclosures = disclosures;
    }

    @Override
    public Set<Fact.Name> known(Collection<Fact.Name> names) {
        return Set.copyOf(
                database.list(
                        KNOWN,
                        row -> new Fact.Name(row.getObject(1, UUID.class), row.getString(2)),
                        names.stream().map(Fact.Name::event).toArray(UUID[]::new),
                        names.stream().map(Fact.Name::claimedBy).toArray(String[]::new)));
    }

    @Override
    public Frontier frontier() {
        var head =
                database.one(HEAD, row -> new Head(row.getLong(1), Hash.of(row.getBytes(2))))
                        .orElseThrow(() -> new BrokenLog(0));
        var open = new ArrayList<List<Hash>>();
        open.add(openLeaves(head.size()));
        for (int level = 1; head.size() >>> (Tile.HEIGHT * level) > 0; level++) {
            open.add(openRoots(level, head.size() >>> (Tile.HEIGHT * level)));
        }
        var frontier = new Frontier(head.size(), open);
        if (!frontier.root().equals(head.root())) {
            throw new BrokenLog(head.size());
        }
        return frontier;
    }

    @Override
    public void append(Frontier before, Frontier after, List<Entry> entries, List<Tile> tiles) {
        int moved =
                database.update(
                        MOVE,
                        after.size(),
                        after.root().bytes(),
                        before.size(),
                        before.root().bytes());
        if (moved == 0) {
            throw new LogMoved(before.size());
        }
        copy(entries);
        tiles.forEach(this::insert);
        disclosures.save(entries);
        closeSpans(tiles);
    }

    /// Behind the accesses of which it keeps the times.
    private void closeSpans(List<Tile> tiles) {
        var full = tiles.stream().filter(t -> t.level() == 0).map(Tile::index).toArray(Long[]::new);
        if (full.length > 0) {
            database.one(CLOSE_SPANS, _ -> full, (Object) full);
        }
    }

    private void copy(List<Entry> entries) {
        var names = new CopyRows();
        var rows = new CopyRows();
        for (var entry : entries) {
            var name = entry.fact().name();
            names.row(3).uuid(name.event()).text(name.claimedBy()).int8(entry.index());
            rows.row(5).int8(entry.index()).uuid(name.event()).text(name.claimedBy());
            rows.bytea(entry.leaf().bytes()).bytea(entry.hash().bytes());
        }
        database.copy(COPY_NAMES, names);
        database.copy(COPY_ENTRIES, rows);
    }

    private void insert(Tile tile) {
        database.update(
                TILE, tile.level(), tile.index(), Hash.joined(tile.hashes()), tile.root().bytes());
    }

    private List<Hash> openLeaves(long size) {
        return database.list(OPEN_LEAVES, Hashes::first, size - size % Tile.WIDTH, size);
    }

    private List<Hash> openRoots(int level, long count) {
        return database.list(
                OPEN_ROOTS, Hashes::first, level - 1, count - count % Tile.WIDTH, count);
    }
}
