package io.jikim.audit.application.port;

import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Leaf;
import io.jikim.audit.domain.MerkleHash;
import io.jikim.audit.domain.RecordClass;
import io.jikim.audit.domain.Secret;

/// A fact at its place, with the secret that hides it and the class that says how long it stays.
public record Entry(
        long index, Fact fact, RecordClass recordClass, Secret secret, Leaf leaf, Hash hash) {

    public static Entry of(long index, Fact fact, RecordClass recordClass, Secret secret) {
        var leaf = fact.leaf(secret);
        return new Entry(index, fact, recordClass, secret, leaf, MerkleHash.leaf(leaf.bytes()));
    }
}
