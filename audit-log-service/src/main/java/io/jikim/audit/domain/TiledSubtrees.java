package io.jikim.audit.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Complete subtrees computed from tiles; each tile is asked for once, each subtree hashed once.
public final class TiledSubtrees implements Subtrees {

    /// Where tiles are kept.
    @FunctionalInterface
    public interface Rows {
        /// The first `width` hashes of a tile; fewer where there are not as many.
        List<Hash> read(int level, long index, int width);

        /// Reads all anew: another database may have been put under a running service.
        default void forget() {}
    }

    /// Of a tile, or of a subtree.
    private record Address(int level, long index) {}

    private final long size;
    private final Rows rows;
    private final Map<Address, List<Hash>> read = new HashMap<>();
    private final Map<Address, Hash> roots = new HashMap<>();

    /// @param size of the log; tiles are asked for as wide as they are in it
    public TiledSubtrees(long size, Rows rows) {
        this.size = size;
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
        var row = read.computeIfAbsent(address, this::read);
        int end = offset + (1 << height);
        if (row.size() < end) {
            throw new MissingTile(address.level(), address.index());
        }
        return Tile.fold(row.subList(offset, end));
    }

    private List<Hash> read(Address tile) {
        long behind = (size >>> (Tile.HEIGHT * tile.level())) - tile.index() * Tile.WIDTH;
        return rows.read(tile.level(), tile.index(), (int) Math.min(Tile.WIDTH, behind));
    }
}
