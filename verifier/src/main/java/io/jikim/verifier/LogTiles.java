package io.jikim.verifier;

import java.util.Arrays;
import java.util.Optional;

/// The tiles and bundles of a tree of `size` entries, as a source has them: not yet believed.
final class LogTiles {
    /// Room for the text of a refusal, and to tell what is too long from what has no end.
    private static final int SLACK = 1 << 16;

    private static final int LONGEST_BUNDLE = Tile.HASHES * (2 + 0xFFFF);

    private final LogSource source;
    private final long size;

    LogTiles(LogSource source, long size) {
        this.source = source;
        this.size = size;
    }

    long size() {
        return size;
    }

    Tile at(int level, long index) {
        return Tile.of(level, index, size);
    }

    /// @throws DoesNotHold if the tile is missing or has another length
    byte[] hashes(Tile tile) throws Malformed, DoesNotHold {
        var hashes = find(tile);
        if (hashes.isEmpty()) {
            throw new DoesNotHold(tile + ": is missing");
        }
        return hashes.get();
    }

    /// Like `hashes`, but empty where it is missing. A partial tile may have been replaced by the
    /// full one that begins with it.
    Optional<byte[]> find(Tile tile) throws Malformed, DoesNotHold {
        var hashes = read(tile);
        return hashes.isEmpty() && tile.isPartial()
                ? read(tile.grown()).map(h -> Arrays.copyOf(h, tile.width() * TreeHash.LENGTH))
                : hashes;
    }

    /// The entries under a tile of level 0, or under the full one that has replaced it.
    EntryBundle bundle(Tile tile) throws Malformed, DoesNotHold {
        int count = tile.width();
        var bytes = source.bundle(tile, LONGEST_BUNDLE + SLACK);
        if (bytes.isEmpty() && tile.isPartial()) {
            count = Tile.HASHES;
            bytes = source.bundle(tile.grown(), LONGEST_BUNDLE + SLACK);
        }
        if (bytes.isEmpty()) {
            throw new DoesNotHold("entry " + tile.firstEntry() + ": its bundle is missing");
        }
        return new EntryBundle(tile.firstEntry(), count, bytes.get());
    }

    private Optional<byte[]> read(Tile tile) throws Malformed, DoesNotHold {
        int length = tile.width() * TreeHash.LENGTH;
        var bytes = source.hashes(tile, length + SLACK);
        if (bytes.isPresent() && bytes.get().length != length) {
            throw new DoesNotHold(
                    tile + ": has " + bytes.get().length + " bytes instead of " + length);
        }
        return bytes;
    }
}
