package io.jikim.audit.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Complete subtrees computed from tiles; each tile is asked for once, each subtree hashed once.
public final class TiledSubtrees implements Subtrees {

    /// Where tiles are kept.
    @FunctionalInterface
    public interface Rows {
        /// The hashes that exist of a tile at `size`, 256 if it is full.
        List<Hash> read(int level, long index);
    }

    /// Of a tile, or of a subtree.
    private record Address(int level, long index) {}

    private final Rows rows;
    private final Map<Address, List<Hash>> read = new HashMap<>();
    private final Map<Address, Hash> roots = new HashMap<>();

    public TiledSubtrees(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Hash at(int level, long index) {
        return roots.computeIfAbsent(new Address(level, index), a -> root(a.level(), a.index()));
    }

    private Hash root(int level, long index) {
        int height = level % Tile.HEIGHT;
        long first = index << height;
        var address = new Address(level / Tile.HEIGHT, first >>> Tile.HEIGHT);
        int offset = (int) (first & (Tile.WIDTH - 1));
        var row = read.computeIfAbsent(address, a -> rows.read(a.level(), a.index()));
        return Tile.fold(row.subList(offset, offset + (1 << height)));
    }
}
