package io.jikim.audit.domain;

import java.util.List;

/// Strict verification of proofs: index and sizes are unsigned 64-bit numbers and are bound to the
/// proof's length.
public final class ProofCheck {
    private ProofCheck() {}

    /// RFC 9162 §2.1.3.2.
    public static boolean includes(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (Long.compareUnsigned(index, size) >= 0) {
            return false;
        }
        var place = new Place(index, size - 1);
        var hash = leaf;
        for (var sibling : proof) {
            if (place.atTop()) {
                return false;
            }
            if (place.siblingIsLeft()) {
                hash = MerkleHash.node(sibling, hash);
                place = place.skipMissing();
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            place = place.up();
        }
        return place.atTop() && hash.equals(root);
    }

    /// RFC 9162 §2.1.4.2; an earlier size of 0 proves nothing and is refused.
    public static boolean consistent(
            long earlier, long later, Hash earlierRoot, Hash laterRoot, List<Hash> proof) {
        if (earlier == 0 || Long.compareUnsigned(earlier, later) > 0) {
            return false;
        }
        if (earlier == later) {
            return proof.isEmpty() && earlierRoot.equals(laterRoot);
        }
        boolean complete = Long.bitCount(earlier) == 1;
        if (proof.isEmpty()) {
            return false;
        }
        var place = new Place(earlier - 1, later - 1).skipShared();
        var first = complete ? earlierRoot : proof.getFirst();
        var before = first;
        var after = first;
        for (var sibling : complete ? proof : proof.subList(1, proof.size())) {
            if (place.atTop()) {
                return false;
            }
            if (place.siblingIsLeft()) {
                before = MerkleHash.node(sibling, before);
                after = MerkleHash.node(sibling, after);
                place = place.skipMissing();
            } else {
                after = MerkleHash.node(after, sibling);
            }
            place = place.up();
        }
        return place.atTop() && before.equals(earlierRoot) && after.equals(laterRoot);
    }

    /// A node's number in its row and the row's last number, on the way up.
    private record Place(long node, long last) {
        boolean atTop() {
            return last == 0;
        }

        boolean siblingIsLeft() {
            return (node & 1) == 1 || node == last;
        }

        Place up() {
            return new Place(node >>> 1, last >>> 1);
        }

        /// Rows in which a last node stands alone have no sibling in the proof.
        Place skipMissing() {
            var place = this;
            while ((place.node & 1) == 0 && place.node != 0) {
                place = place.up();
            }
            return place;
        }

        /// Rows in which the earlier tree ends with a right node were the same in both trees.
        Place skipShared() {
            var place = this;
            while ((place.node & 1) == 1) {
                place = place.up();
            }
            return place;
        }
    }
}
