package io.jikim.verifier;

import java.util.Arrays;
import java.util.Optional;

/// Goes through a log from the left to the right: every entry against its tile, every tile against
/// what lies below it. In memory stand one bundle and one tile of each level.
final class LogWalk {
    private final LogTiles tiles;
    private final long accepted;
    private final EarlierHeads earlier;
    private final TreeHash hash = new TreeHash();
    private final RightEdge edge = new RightEdge(hash);
    private Optional<byte[]> acceptedRoot = Optional.empty();

    /// @param accepted the size whose root is asked for besides, 0 for none
    /// @param earlier what was signed of smaller sizes, to be compared on the way
    LogWalk(LogTiles tiles, long accepted, EarlierHeads earlier) {
        this.tiles = tiles;
        this.accepted = accepted;
        this.earlier = earlier;
    }

    /// Root of all entries.
    ///
    /// @param from entries below it are not looked at: tiles over them may be missing as far as
    ///   pruning allows it, and their hashes in higher tiles are taken as they are
    byte[] root(long from) throws Malformed, DoesNotHold {
        long first = from / Tile.HASHES;
        takeOver(first);
        earlier.compareUnread(first * Tile.HASHES, edge);
        if (accepted == first * Tile.HASHES) {
            acceptedRoot = Optional.of(edge.root(0));
        }
        int width = 0;
        for (long index = first; index * Tile.HASHES < tiles.size(); index++) {
            width = readEntries(tiles.at(0, index));
        }
        for (int level = 1; level < edge.height(); level++) {
            if (edge.at(level).count > 0) {
                compare(tiles.at(level, edge.at(level).index));
            }
        }
        return edge.root(width == Tile.HASHES ? 0 : width);
    }

    /// Empty where the accepted size lies below the first entry that was looked at.
    Optional<byte[]> acceptedRoot() {
        return acceptedRoot;
    }

    /// Begins with the hashes over what lies before tile `first` of level 0, each from the highest
    /// tile that pruning may not have taken (C2SP tlog-tiles, "Pruning").
    private void takeOver(long first) throws Malformed, DoesNotHold {
        long before = first;
        for (int level = 1; before > 0; level++) {
            var open = edge.at(level);
            open.index = before / Tile.HASHES;
            open.count = (int) (before % Tile.HASHES);
            if (open.count > 0) {
                var stored = tiles.hashes(tiles.at(level, open.index));
                System.arraycopy(stored, 0, open.hashes, 0, open.count * TreeHash.LENGTH);
            }
            before = open.index;
        }
    }

    private int readEntries(Tile tile) throws Malformed, DoesNotHold {
        var hashes = tiles.hashes(tile);
        tiles.bundle(tile).compare(tile, hashes, hash);
        System.arraycopy(hashes, 0, edge.at(0).hashes, 0, hashes.length);
        long inside = accepted - tile.firstEntry();
        if (inside > 0 && inside <= tile.width()) {
            acceptedRoot = Optional.of(edge.root((int) inside));
        }
        earlier.compare(tile, edge);
        if (!tile.isPartial()) {
            rise(tile, hashes);
        }
        return tile.width();
    }

    /// A full tile is one hash of the level above.
    private void rise(Tile full, byte[] hashes) throws Malformed, DoesNotHold {
        var above = edge.at(full.level() + 1);
        above.add(hash.root(hashes, Tile.HASHES));
        if (above.count == Tile.HASHES) {
            var tile = tiles.at(full.level() + 1, above.index);
            compare(tile);
            above.count = 0;
            above.index++;
            rise(tile, above.hashes);
        }
    }

    private void compare(Tile tile) throws Malformed, DoesNotHold {
        var stored = tiles.hashes(tile);
        var own = edge.at(tile.level()).hashes;
        int differs = Arrays.mismatch(stored, 0, stored.length, own, 0, stored.length);
        if (differs >= 0) {
            long below = tile.index() * Tile.HASHES + differs / TreeHash.LENGTH;
            throw new DoesNotHold(
                    tile
                            + ": its hash "
                            + differs / TreeHash.LENGTH
                            + " is not that of "
                            + new Tile(tile.level() - 1, below, Tile.HASHES));
        }
    }
}
