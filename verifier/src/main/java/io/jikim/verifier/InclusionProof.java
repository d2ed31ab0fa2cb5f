package io.jikim.verifier;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// A leaf's way to the root (RFC 9162 §2.1.1), walked from the root's side: the size says how the
/// tree is cut.
final class InclusionProof {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<byte[]> hashes;

    InclusionProof(List<byte[]> hashes) {
        this.hashes = List.copyOf(hashes);
    }

    static byte[] leafHash(byte[] leaf) {
        return Sha256.of(LEAF, leaf);
    }

    /// False where the proof is longer or shorter than this place in a tree of this size needs.
    boolean leadsTo(byte[] root, BigInteger index, BigInteger size, byte[] leafHash) {
        if (index.signum() < 0 || index.compareTo(size) >= 0) {
            return false;
        }
        var computed = climb(index, size, leafHash, hashes.size());
        return computed.length > 0 && Arrays.equals(computed, root);
    }

    /// Root of the subtree of `size` leaves around `index` from the first `used` hashes, empty if
    /// they do not fit.
    private byte[] climb(BigInteger index, BigInteger size, byte[] leafHash, int used) {
        if (size.equals(BigInteger.ONE)) {
            return used == 0 ? leafHash : new byte[0];
        }
        if (used == 0) {
            return new byte[0];
        }
        var sibling = hashes.get(used - 1);
        // the largest power of two below the size
        var left = BigInteger.ONE.shiftLeft(size.subtract(BigInteger.ONE).bitLength() - 1);
        boolean inLeft = index.compareTo(left) < 0;
        var inner =
                inLeft
                        ? climb(index, left, leafHash, used - 1)
                        : climb(index.subtract(left), size.subtract(left), leafHash, used - 1);
        if (inner.length == 0) {
            return inner;
        }
        return inLeft ? Sha256.of(NODE, inner, sibling) : Sha256.of(NODE, sibling, inner);
    }
}
