package io.jikim.audit.domain;

/// The two hash functions of the tree (RFC 9162 §2.1.1): their prefixes keep a leaf from passing as
/// a node.
public final class MerkleHash {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleHash() {}

    /// Root of the tree without a leaf.
    public static Hash empty() {
        return Sha256.of();
    }

    public static Hash leaf(byte[] leaf) {
        return Sha256.of(LEAF, leaf);
    }

    public static Hash node(Hash left, Hash right) {
        return Sha256.of(NODE, left.bytes(), right.bytes());
    }
}
