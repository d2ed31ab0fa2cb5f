package io.jikim.verifier;

import java.util.ArrayList;
import java.util.List;

/// The hashes of a growing tree's unfinished tiles, lowest level first: all that its root needs.
final class RightEdge {

    /// The tile of one level that is being filled.
    static final class Open {
        final byte[] hashes = new byte[Tile.HASHES * TreeHash.LENGTH];
        int count;

        /// Which tile of its level.
        long index;

        void add(byte[] hash) {
            System.arraycopy(hash, 0, hashes, count * TreeHash.LENGTH, TreeHash.LENGTH);
            count++;
        }
    }

    private final List<Open> levels = new ArrayList<>();
    private final TreeHash hash;

    RightEdge(TreeHash hash) {
        this.hash = hash;
    }

    Open at(int level) {
        while (levels.size() <= level) {
            levels.add(new Open());
        }
        return levels.get(level);
    }

    int height() {
        return levels.size();
    }

    /// Root of everything so far, with only the first `lowest` hashes of level 0.
    byte[] root(int lowest) {
        var below = new byte[0];
        for (int level = 0; level < levels.size(); level++) {
            var open = levels.get(level);
            int count = level == 0 ? lowest : open.count;
            var row = new byte[(count + 1) * TreeHash.LENGTH];
            System.arraycopy(open.hashes, 0, row, 0, count * TreeHash.LENGTH);
            System.arraycopy(below, 0, row, count * TreeHash.LENGTH, below.length);
            int hashes = count + below.length / TreeHash.LENGTH;
            below = hashes == 0 ? below : hash.root(row, hashes);
        }
        return below.length == 0 ? hash.root(below, 0) : below;
    }
}
