package io.jikim.audit.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The places of everybody whom one record is about, under one hash, so that one person's can be
/// shown without the others'.
///
/// A tree over the salted commitments in the order of their bytes, which says nothing about that of
/// the persons. A node is `SHA-256("jikim/places/v1" 0 a b)` with the smaller of the two first, so
/// a path has no sides; the last of an odd row stands in the row above as it is.
public final class Places {
    private static final byte[] PURPOSE = "jikim/places/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ZERO = {0};
    private static final Comparator<Hash> BY_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.bytes(), b.bytes());

    private final List<Place> all;
    private final Secret secret;
    private final List<List<Hash>> rows = new ArrayList<>();

    private Places(List<Place> all, Secret secret) {
        this.all = List.copyOf(all);
        this.secret = secret;
        var row = all.stream().map(place -> place.commit(secret)).sorted(BY_BYTES).toList();
        rows.add(row);
        while (row.size() > 1) {
            row = above(row);
            rows.add(row);
        }
    }

    public static Places of(List<Place> all, Secret secret) {
        return new Places(all, secret);
    }

    public List<Place> all() {
        return all;
    }

    /// What the leaf commits to, in hex; empty where the record is about nobody.
    public String root() {
        var top = rows.getLast();
        return top.isEmpty() ? "" : top.getFirst().toString();
    }

    /// The hashes that lead from a place to the root, from below.
    public List<Hash> path(Place place) {
        int at = rows.getFirst().indexOf(place.commit(secret));
        if (at < 0) {
            throw new IllegalArgumentException("not one of these places");
        }
        var path = new ArrayList<Hash>();
        for (var row : rows) {
            int beside = at ^ 1;
            if (beside < row.size()) {
                path.add(row.get(beside));
            }
            at >>= 1;
        }
        return List.copyOf(path);
    }

    private static List<Hash> above(List<Hash> row) {
        var above = new ArrayList<Hash>();
        for (int i = 0; i + 1 < row.size(); i += 2) {
            above.add(node(row.get(i), row.get(i + 1)));
        }
        if (row.size() % 2 == 1) {
            above.add(row.getLast());
        }
        return above;
    }

    private static Hash node(Hash one, Hash other) {
        boolean inOrder = BY_BYTES.compare(one, other) <= 0;
        var first = inOrder ? one : other;
        var second = inOrder ? other : one;
        return Sha256.of(PURPOSE, ZERO, first.bytes(), second.bytes());
    }
}
