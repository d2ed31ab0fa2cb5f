package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Tile;
import io.jikim.audit.domain.TiledSubtrees;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Tiles as they were written when full, or made from the row below while they are not.
@ApplicationScoped
class PostgresTiles implements TiledSubtrees.Rows {
    private static final String FULL = "select hashes from tile where level = ? and index = ?";
    private static final String LEAVES =
            "select leaf_hash from entry where index >= ? and index < ? order by index";
    private static final String ROOTS =
            "select root from tile_root where level = ? and index >= ? and index < ? order by index";

    private final Rows database;
    private final RecentTiles recent = new RecentTiles();

    PostgresTiles(DataSource database) {
        this.database = new Rows(database);
    }

    @Override
    public List<Hash> read(int level, long index) {
        return full(level, index).map(Hashes::split).orElseGet(() -> open(level, index));
    }

    /// Asked outside of the transactions that append: what is found here is committed, and may be
    /// kept.
    private Optional<byte[]> full(int level, long index) {
        var known = recent.find(level, index);
        if (known.isPresent()) {
            return known;
        }
        var stored = database.one(FULL, row -> row.getBytes(1), level, index);
        stored.ifPresent(hashes -> recent.keep(level, index, hashes));
        return stored;
    }

    private List<Hash> open(int level, long index) {
        long from = index * Tile.WIDTH;
        long to = from + Tile.WIDTH;
        return level == 0
                ? database.list(LEAVES, Hashes::first, from, to)
                : database.list(ROOTS, Hashes::first, level - 1, from, to);
    }
}
