package io.jikim.audit.application.port;

import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Leaf;
import io.jikim.audit.domain.MerkleHash;
import io.jikim.audit.domain.Place;
import io.jikim.audit.domain.Places;
import io.jikim.audit.domain.RecordClass;
import io.jikim.audit.domain.Secret;
import java.util.List;
import java.util.SortedMap;

/// A fact at its index, with the secret that hides it, the class that says how long it stays, and
/// its place among the records about each person it names.
public record Entry(
        long index,
        Fact fact,
        RecordClass recordClass,
        Secret secret,
        Places places,
        Leaf.Logged leaf,
        Hash hash) {

    public static Entry of(
            long index, Fact fact, RecordClass recordClass, Secret secret, List<Place> numbered) {
        var places = Places.of(numbered, secret);
        var leaf = Leaf.of(fields(fact, places), fact.hidden(), secret).logged();
        return new Entry(
                index, fact, recordClass, secret, places, leaf, MerkleHash.leaf(leaf.bytes()));
    }

    /// What the leaf commits to, without what is kept sealed.
    public SortedMap<String, String> fields() {
        return fields(fact, places);
    }

    /// An access about nobody commits to that, too: a leaf does not tell it from others.
    private static SortedMap<String, String> fields(Fact fact, Places places) {
        var fields = fact.fields();
        switch (fact) {
            case Fact.Access _ -> fields.put("places", places.root());
            case Fact.Lifecycle _, Fact.Claim _ -> {
                // is about nobody whom it would be searched by
            }
        }
        return fields;
    }
}
