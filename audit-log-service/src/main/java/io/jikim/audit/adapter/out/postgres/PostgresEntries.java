package io.jikim.audit.adapter.out.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.jikim.audit.application.port.BrokenLog;
import io.jikim.audit.application.port.Entries;
import io.jikim.audit.application.port.Entry;
import io.jikim.audit.application.port.LogMoved;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Frontier;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Tile;
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
    // All of it at once: each way to the database and back is a wait for everybody behind. Level -1
    // is the head.
    private static final String EDGE =
            """
            with head as materialized (select size, root from log_state)
            select -1 as level, size as index, root as hash from head
            union all
            select 0, index, leaf_hash from entry
            where index >= (select size - size % 256 from head) and index < (select size from head)
            union all
            select below + 1, tile.index, tile.root
            from head, generate_series(0, 6) as below, lateral (
                select index, root from tile_root
                where level = below
                    and index >= size >> 8 * (below + 1) >> 8 << 8 and index < size >> 8 * (below + 1)) tile
            order by level, index
            """;
    // A sequencer that has read an older head changes no row here, and so writes nothing.
    private static final String MOVE =
            "update log_state set size = ?, root = ? where size = ? and root = ?";
    private static final String APPEND =
            """
            with fresh as materialized (
                select * from unnest(?, ?, ?, ?, ?) as f (index, event_id, claimed_by, leaf, leaf_hash)),
            named as (
                insert into entry_name (event_id, claimed_by, index)
                select event_id, claimed_by, index from fresh)
            insert into entry (index, event_id, claimed_by, leaf, leaf_hash) select * from fresh
            """;
    private static final String TILE =
            "insert into tile (level, index, hashes, root) values (?, ?, ?, ?)";
    private static final String CLOSE_SPANS = "select close_spans(?)";

    private record Part(int level, long index, Hash hash) {}

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
        var parts =
                database.list(
                        EDGE,
                        row -> new Part(row.getInt(1), row.getLong(2), Hash.of(row.getBytes(3))));
        if (parts.isEmpty()) {
            throw new BrokenLog(0);
        }
        var head = parts.removeFirst();
        var levels = parts.stream().collect(groupingBy(Part::level, mapping(Part::hash, toList())));
        var open = new ArrayList<List<Hash>>();
        for (int level = 0; level == 0 || head.index() >>> (Tile.HEIGHT * level) > 0; level++) {
            open.add(levels.getOrDefault(level, List.of()));
        }
        var frontier = new Frontier(head.index(), open);
        if (!frontier.root().equals(head.hash())) {
            throw new BrokenLog(head.index());
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
        write(entries);
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

    private void write(List<Entry> entries) {
        var names = entries.stream().map(entry -> entry.fact().name()).toList();
        database.update(
                APPEND,
                entries.stream().map(Entry::index).toArray(Long[]::new),
                names.stream().map(Fact.Name::event).toArray(UUID[]::new),
                names.stream().map(Fact.Name::claimedBy).toArray(String[]::new),
                entries.stream().map(entry -> entry.leaf().bytes()).toArray(byte[][]::new),
                entries.stream().map(entry -> entry.hash().bytes()).toArray(byte[][]::new));
    }

    private void insert(Tile tile) {
        database.update(
                TILE, tile.level(), tile.index(), Hash.joined(tile.hashes()), tile.root().bytes());
    }
}
