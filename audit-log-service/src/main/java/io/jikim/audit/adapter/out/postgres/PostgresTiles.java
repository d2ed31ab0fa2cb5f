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

    /// Asked outside of the transactions that append: what is found here is committed, and may be
    /// kept.
    @Override
    public List<Hash> read(int level, long index, int width) {
        return recent.find(level, index, width)
                .map(Hashes::split)
                .orElseGet(() -> {
                    var stored = stored(level, index, width);
                    if (stored.size() == width) {
                        recent.keep(level, index, Hash.joined(stored));
                    }
                    return stored;
                });
    }

    @Override
    public void forget() {
        recent.forget();
    }

    private List<Hash> stored(int level, long index, int width) {
        var full =
                width == Tile.WIDTH
                        ? database.one(FULL, row -> Hashes.split(row.getBytes(1)), level, index)
                        : Optional.<List<Hash>>empty();
        return full.orElseGet(() -> open(level, index, width));
    }

    private List<Hash> open(int level, long index, int width) {
        long from = index * Tile.WIDTH;
        long to = from + width;
        return level == 0
                ? database.list(LEAVES, Hashes::first, from, to)
                : database.list(ROOTS, Hashes::first, level - 1, from, to);
    }
}
