package io.jikim.verifier;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Hashes of leaves and nodes (RFC 9162 §2.1.1), one after another in plain arrays: a log has
/// millions of them.
final class TreeHash {
    static final int LENGTH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    TreeHash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Writes the hash of the leaf at `offset` into `hashes` as its hash number `at`.
    void leaf(byte[] bytes, int offset, int length, byte[] hashes, int at) {
        sha256.update(LEAF);
        sha256.update(bytes, offset, length);
        digest(hashes, at);
    }

    /// Root over the first `count` hashes, each of which stands for a subtree of the same size; the
    /// last may stand for a smaller one.
    byte[] root(byte[] hashes, int count) {
        if (count == 0) {
            return sha256.digest();
        }
        var row = Arrays.copyOf(hashes, count * LENGTH);
        for (int left = count; left > 1; left = (left + 1) / 2) {
            for (int pair = 0; pair < left / 2; pair++) {
                sha256.update(NODE);
                sha256.update(row, 2 * pair * LENGTH, 2 * LENGTH);
                digest(row, pair);
            }
            if (left % 2 == 1) {
                System.arraycopy(row, (left - 1) * LENGTH, row, left / 2 * LENGTH, LENGTH);
            }
        }
        return Arrays.copyOf(row, LENGTH);
    }

    private void digest(byte[] hashes, int at) {
        try {
            sha256.digest(hashes, at * LENGTH, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("there is room for a hash", e);
        }
    }
}
