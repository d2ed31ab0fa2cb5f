package io.jikim.verifier;

import java.util.Locale;

/// Where a tile of hashes, or the bundle of entries under one of the lowest level, lies (C2SP
/// tlog-tiles). Indexes are below 2^63.
record Tile(int level, long index, int width) {
    static final int HASHES = 256;
    private static final int BITS = 8;

    /// The tile as a tree of `size` entries has it: the last of a level may be partial.
    static Tile of(int level, long index, long size) {
        return new Tile(level, index, (int) Math.min(HASHES, full(level, size) - index * HASHES));
    }

    /// How many complete subtrees of a level's hashes a tree of `size` entries has.
    static long full(int level, long size) {
        return level * BITS >= Long.SIZE - 1 ? 0 : size >>> (level * BITS);
    }

    boolean isPartial() {
        return width < HASHES;
    }

    /// The same tile when the log has grown over it.
    Tile grown() {
        return new Tile(level, index, HASHES);
    }

    String path() {
        return "tile/" + level + "/" + place();
    }

    String bundlePath() {
        return "tile/entries/" + place();
    }

    long firstEntry() {
        return index * HASHES;
    }

    @Override
    public String toString() {
        return "tile level " + level + " index " + index;
    }

    private String place() {
        var digits = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            digits.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return isPartial() ? digits + ".p/" + width : digits.toString();
    }
}
