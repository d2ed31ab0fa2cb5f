package io.jikim.audit.domain;

import java.util.ArrayList;
import java.util.List;

/// The right edge of a log: its size and the hashes of the tile that is still open at each level.
public record Frontier(long size, List<List<Hash>> open) {

    public static final Frontier EMPTY = new Frontier(0, List.of());

    /// The edge after some leaves, and the tiles that became full.
    public record Growth(Frontier frontier, List<Tile> tiles) {}

    public Frontier {
        open = open.stream().map(List::copyOf).toList();
    }

    public Growth append(List<Hash> leaves) {
        var rows = new ArrayList<List<Hash>>();
        open.forEach(row -> rows.add(new ArrayList<>(row)));
        var full = new ArrayList<Tile>();
        long grown = size;
        for (var leaf : leaves) {
            grown++;
            raise(rows, 0, leaf, grown, full);
        }
        return new Growth(new Frontier(grown, rows), List.copyOf(full));
    }

    public Hash root() {
        Hash root = null;
        for (var row : open) {
            int end = row.size();
            while (end > 0) {
                int width = Integer.lowestOneBit(end);
                var peak = Tile.fold(row.subList(end - width, end));
                root = root == null ? peak : MerkleHash.node(peak, root);
                end -= width;
            }
        }
        return root == null ? MerkleHash.empty() : root;
    }

    private static void raise(
            List<List<Hash>> rows, int level, Hash hash, long grown, List<Tile> full) {
        if (rows.size() == level) {
            rows.add(new ArrayList<>());
        }
        var row = rows.get(level);
        row.add(hash);
        if (row.size() == Tile.WIDTH) {
            long index = (grown >>> (Tile.HEIGHT * (level + 1))) - 1;
            var tile = new Tile(level, index, row);
            full.add(tile);
            row.clear();
            raise(rows, level + 1, tile.root(), grown, full);
        }
    }
}
