package io.jikim.benchmarks.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// The hashes of a Merkle tree (RFC 9162 §2.1.1).
final class Sha {

    private final MessageDigest digest;

    Sha() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] leaf(byte[] leaf) {
        digest.update((byte) 0);
        return digest.digest(leaf);
    }

    byte[] node(byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /// Root over any number of neighbours, one at least.
    byte[] root(List<byte[]> neighbours) {
        if (neighbours.size() == 1) {
            return neighbours.getFirst();
        }
        int left = Integer.highestOneBit(neighbours.size() - 1);
        return node(
                root(neighbours.subList(0, left)),
                root(neighbours.subList(left, neighbours.size())));
    }
}
