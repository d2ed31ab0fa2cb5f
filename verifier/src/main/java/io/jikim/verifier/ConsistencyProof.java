package io.jikim.verifier;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// That an earlier tree is the beginning of a later one (RFC 9162 §2.1.4), walked from the root's
/// side, as §2.1.4.1 makes it.
final class ConsistencyProof {
    private static final byte[] NODE = {1};

    private final List<byte[]> hashes;

    /// What stands at one place in each of the two trees.
    private static final class Pair {
        final byte[] earlier;
        final byte[] later;

        Pair(byte[] earlier, byte[] later) {
            this.earlier = earlier;
            this.later = later;
        }
    }

    ConsistencyProof(List<byte[]> hashes) {
        this.hashes = List.copyOf(hashes);
    }

    /// False where the proof is longer or shorter than these sizes need. Of a tree without leaves
    /// there is no proof.
    boolean leads(
            BigInteger earlierSize, byte[] earlierRoot, BigInteger laterSize, byte[] laterRoot) {
        if (earlierSize.signum() <= 0
                || earlierSize.compareTo(laterSize) > 0
                || hashes.stream().anyMatch(h -> h.length != TreeHash.LENGTH)) {
            return false;
        }
        return climb(earlierSize, laterSize, earlierRoot, true, hashes.size())
                .filter(roots -> Arrays.equals(roots.earlier, earlierRoot))
                .filter(roots -> Arrays.equals(roots.later, laterRoot))
                .isPresent();
    }

    /// Both hashes of the subtree of `later` leaves from the first `used` hashes, empty if they do
    /// not fit.
    ///
    /// @param known whether the subtree of `earlier` leaves is the earlier tree, whose root is
    ///   known
    private Optional<Pair> climb(
            BigInteger earlier, BigInteger later, byte[] root, boolean known, int used) {
        if (earlier.equals(later)) {
            if (used != (known ? 0 : 1)) {
                return Optional.empty();
            }
            var same = known ? root : hashes.getFirst();
            return Optional.of(new Pair(same, same));
        }
        if (used == 0) {
            return Optional.empty();
        }
        var sibling = hashes.get(used - 1);
        // the largest power of two below the size
        var left = BigInteger.ONE.shiftLeft(later.subtract(BigInteger.ONE).bitLength() - 1);
        if (earlier.compareTo(left) <= 0) {
            return climb(earlier, left, root, known, used - 1)
                    .map(inner -> new Pair(inner.earlier, Sha256.of(NODE, inner.later, sibling)));
        }
        return climb(earlier.subtract(left), later.subtract(left), root, false, used - 1)
                .map(inner ->
                        new Pair(
                                Sha256.of(NODE, sibling, inner.earlier),
                                Sha256.of(NODE, sibling, inner.later)));
    }
}
