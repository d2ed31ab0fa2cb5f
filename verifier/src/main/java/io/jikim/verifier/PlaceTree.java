package io.jikim.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// How a leaf commits to the places of everybody it is about: a tree over salted commitments in the
/// order of their bytes, in which the smaller of two stands first.
final class PlaceTree {
    private static final byte[] PLACE = "jikim/place/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NODE = "jikim/places/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ZERO = {0};

    private PlaceTree() {}

    /// @param text the person, a space, the index of her number 1, a space, the number, a space and
    ///   the hash of the leaf before in hex
    static byte[] place(byte[] salt, String text) {
        return Sha256.of(PLACE, ZERO, salt, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Where the path leads from a place.
    static byte[] climb(byte[] place, List<byte[]> path) {
        var top = place;
        for (var beside : path) {
            top = node(top, beside);
        }
        return top;
    }

    /// Over at least one place.
    static byte[] root(Collection<byte[]> places) {
        var row = new ArrayList<>(places);
        row.sort(Arrays::compareUnsigned);
        while (row.size() > 1) {
            var above = new ArrayList<byte[]>();
            for (int i = 0; i < row.size(); i += 2) {
                above.add(i + 1 < row.size() ? node(row.get(i), row.get(i + 1)) : row.get(i));
            }
            row = above;
        }
        return row.getFirst();
    }

    private static byte[] node(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other) <= 0
                ? Sha256.of(NODE, ZERO, one, other)
                : Sha256.of(NODE, ZERO, other, one);
    }
}
