package io.jikim.audit.domain;

import java.util.ArrayList;
import java.util.List;

/// A full row of 256 neighbouring hashes at height `8 · level`; written once, never changed (C2SP
/// tlog-tiles).
public record Tile(int level, long index, List<Hash> hashes) {
    /// log2 of a tile's width.
    public static final int HEIGHT = 8;

    public static final int WIDTH = 1 << HEIGHT;

    public Tile {
        hashes = List.copyOf(hashes);
        if (hashes.size() != WIDTH) {
            throw new IllegalArgumentException("a full tile has 256 hashes, not " + hashes.size());
        }
    }

    /// The tile's place in the tile above.
    public Hash root() {
        return fold(hashes);
    }

    /// Root over a power of two of neighbours.
    static Hash fold(List<Hash> neighbours) {
        var row = neighbours;
        while (row.size() > 1) {
            var above = new ArrayList<Hash>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(MerkleHash.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }
}
