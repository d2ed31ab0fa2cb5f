package io.jikim.verifier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A consistency proof put together from tiles, where the entries between the two sizes are not
/// read. It is worth what `ConsistencyProof` says of it: the tiles are not believed.
final class TileProof {
    private static final int HEIGHT = 8;

    private final LogTiles tiles;
    private final TreeHash hash = new TreeHash();
    private final List<byte[]> proof = new ArrayList<>();

    TileProof(LogTiles tiles) {
        this.tiles = tiles;
    }

    /// Whether the first `earlier` entries of the log had this root; empty where tiles that could
    /// show it are missing.
    Optional<Boolean> holds(long earlier, byte[] earlierRoot, byte[] root)
            throws Malformed, DoesNotHold {
        if (!collect(earlier, 0, tiles.size(), true)) {
            return Optional.empty();
        }
        return Optional.of(
                new ConsistencyProof(proof)
                        .leads(
                                BigInteger.valueOf(earlier),
                                earlierRoot,
                                BigInteger.valueOf(tiles.size()),
                                root));
    }

    /// RFC 9162 §2.1.4.1 over the `count` leaves from `start` on.
    private boolean collect(long earlier, long start, long count, boolean known)
            throws Malformed, DoesNotHold {
        if (earlier == count) {
            return known || add(start, count);
        }
        long left = Long.highestOneBit(count - 1);
        return earlier <= left
                ? collect(earlier, start, left, known) && add(start + left, count - left)
                : collect(earlier - left, start + left, count - left, false) && add(start, left);
    }

    private boolean add(long start, long count) throws Malformed, DoesNotHold {
        var subtree = subtree(start, count);
        subtree.ifPresent(proof::add);
        return subtree.isPresent();
    }

    private Optional<byte[]> subtree(long start, long count) throws Malformed, DoesNotHold {
        if (Long.bitCount(count) == 1) {
            return complete(start, Long.numberOfTrailingZeros(count));
        }
        long half = Long.highestOneBit(count);
        var left = subtree(start, half);
        var right = left.isEmpty() ? left : subtree(start + half, count - half);
        return right.map(r -> hash.root(join(left.orElseThrow(), r), 2));
    }

    /// The subtree of 2^height leaves: a part of one tile's hashes.
    private Optional<byte[]> complete(long start, int height) throws Malformed, DoesNotHold {
        int level = height / HEIGHT;
        int width = 1 << height % HEIGHT;
        long number = start >>> level * HEIGHT;
        int from = (int) (number % Tile.HASHES) * TreeHash.LENGTH;
        return tiles.find(tiles.at(level, number / Tile.HASHES))
                .map(hashes -> Arrays.copyOfRange(hashes, from, from + width * TreeHash.LENGTH))
                .map(part -> hash.root(part, width));
    }

    private static byte[] join(byte[] left, byte[] right) {
        var both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
