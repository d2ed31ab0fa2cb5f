package io.jikim.audit.domain;

import java.util.ArrayList;
import java.util.List;

/// The Merkle tree over the first `size` leaves of a log (RFC 9162 §2.1), read from complete
/// subtrees.
public record Tree(long size, Subtrees subtrees) {

    public Tree {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
    }

    public Hash root() {
        return size == 0 ? MerkleHash.empty() : range(0, size);
    }

    /// Hashes from the leaf's sibling up to the root (RFC 9162 §2.1.3.1).
    ///
    /// @throws UnknownSize if the tree has no such leaf
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new UnknownSize(index, size);
        }
        var path = new ArrayList<Hash>();
        collectPath(index, 0, size, path);
        return List.copyOf(path);
    }

    /// Hashes that prove the first `earlier` leaves to be the beginning of this tree (RFC 9162
    /// §2.1.4.1).
    ///
    /// @throws UnknownSize if `earlier` is not between 1 and this tree's size
    public List<Hash> consistency(long earlier) {
        if (earlier < 1 || earlier > size) {
            throw new UnknownSize(earlier, size);
        }
        var proof = new ArrayList<Hash>();
        collectProof(earlier, 0, size, true, proof);
        return List.copyOf(proof);
    }

    private void collectPath(long index, long start, long count, List<Hash> path) {
        if (count == 1) {
            return;
        }
        long left = leftOf(count);
        if (index < left) {
            collectPath(index, start, left, path);
            path.add(range(start + left, count - left));
        } else {
            collectPath(index - left, start + left, count - left, path);
            path.add(range(start, left));
        }
    }

    private void collectProof(
            long earlier, long start, long count, boolean known, List<Hash> proof) {
        if (earlier == count) {
            if (!known) {
                proof.add(range(start, count));
            }
            return;
        }
        long left = leftOf(count);
        if (earlier <= left) {
            collectProof(earlier, start, left, known, proof);
            proof.add(range(start + left, count - left));
        } else {
            collectProof(earlier - left, start + left, count - left, false, proof);
            proof.add(range(start, left));
        }
    }

    private Hash range(long start, long count) {
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return subtrees.at(level, start >>> level);
        }
        long left = leftOf(count);
        return MerkleHash.node(range(start, left), range(start + left, count - left));
    }

    /// The largest power of two below `count`.
    private static long leftOf(long count) {
        return Long.highestOneBit(count - 1);
    }
}
