package io.jikim.verifier;

import java.util.Arrays;

/// Entries one after another, each after its length in two bytes, the higher first (C2SP
/// tlog-tiles).
final class EntryBundle {
    private static final int LENGTH_BYTES = 2;

    private final long first;
    private final int count;
    private final byte[] bytes;

    /// @param first index of the first entry
    /// @param count how many entries it has to have
    EntryBundle(long first, int count, byte[] bytes) {
        this.first = first;
        this.count = count;
        this.bytes = bytes;
    }

    /// Compares the hash of each entry with that in the tile above, as far as the tile is wide.
    ///
    /// @throws DoesNotHold naming the first entry that is cut off or has another hash
    void compare(Tile tile, byte[] hashes, TreeHash hash) throws DoesNotHold {
        var own = new byte[TreeHash.LENGTH];
        int at = 0;
        for (int i = 0; i < count; i++) {
            int from = at + LENGTH_BYTES;
            int length = lengthAt(at, first + i);
            if (i < tile.width()) {
                hash.leaf(bytes, from, length, own, 0);
                int stored = i * TreeHash.LENGTH;
                if (!Arrays.equals(
                        own, 0, TreeHash.LENGTH, hashes, stored, stored + TreeHash.LENGTH)) {
                    throw new DoesNotHold(
                            "entry " + (first + i) + ": its hash is not the one in " + tile);
                }
            }
            at = from + length;
        }
        if (at != bytes.length) {
            throw new DoesNotHold(
                    "entry "
                            + (first + count - 1)
                            + ": its bundle goes on after it, by "
                            + (bytes.length - at)
                            + " bytes");
        }
    }

    private int lengthAt(int at, long entry) throws DoesNotHold {
        if (bytes.length - at < LENGTH_BYTES) {
            throw new DoesNotHold("entry " + entry + ": its bundle ends before it");
        }
        int length = Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
        if (bytes.length - at - LENGTH_BYTES < length) {
            throw new DoesNotHold("entry " + entry + ": its bundle ends inside it");
        }
        return length;
    }
}
