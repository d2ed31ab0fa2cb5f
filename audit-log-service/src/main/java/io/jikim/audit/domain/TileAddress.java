package io.jikim.audit.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which tile is meant, and how much of it: all 256 hashes, or the first ones, as they stood when
/// the log was smaller (C2SP tlog-tiles).
public record TileAddress(int level, long index, int width) {
    private static final int LEVELS = 64;
    private static final int DIGITS = 3;
    private static final Pattern LEVEL = Pattern.compile("0|[1-9][0-9]?");
    private static final Pattern PLACE =
            Pattern.compile("((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public TileAddress {
        if (level < 0 || level >= LEVELS || index < 0 || width < 1 || width > Tile.WIDTH) {
            throw new IllegalArgumentException(
                    "no tile at level %d, index %d, width %d".formatted(level, index, width));
        }
    }

    /// Reads `<L>` and `<N>[.p/<W>]` of a tile's path. Empty for every other spelling: a tile has
    /// one name, so that caches hold it once.
    public static Optional<TileAddress> read(String level, String place) {
        var parts = PLACE.matcher(place);
        if (!LEVEL.matcher(level).matches()
                || Integer.parseInt(level) >= LEVELS
                || !parts.matches()) {
            return Optional.empty();
        }
        var partial = Optional.ofNullable(parts.group(2)).map(Integer::valueOf);
        if (partial.filter(width -> width >= Tile.WIDTH).isPresent()) {
            return Optional.empty();
        }
        return index(parts.group(1))
                .map(index ->
                        new TileAddress(Integer.parseInt(level), index, partial.orElse(Tile.WIDTH)))
                .filter(read -> read.place().equals(place));
    }

    /// `<N>[.p/<W>]`: the index in groups of three digits, all but the last behind an `x`.
    public String place() {
        var digits = Long.toString(index);
        var padded = "0".repeat(Math.floorMod(-digits.length(), DIGITS)) + digits;
        var place = new StringBuilder();
        for (int at = 0; at < padded.length() - DIGITS; at += DIGITS) {
            place.append('x').append(padded, at, at + DIGITS).append('/');
        }
        place.append(padded, padded.length() - DIGITS, padded.length());
        return isFull() ? place.toString() : place.append(".p/").append(width).toString();
    }

    public boolean isFull() {
        return width == Tile.WIDTH;
    }

    /// Whether a log of this size has all of these hashes.
    public boolean standsIn(long size) {
        // a shift by 64 would be one by 0
        long row = level * Tile.HEIGHT < Long.SIZE ? size >>> (level * Tile.HEIGHT) : 0;
        long full = row >>> Tile.HEIGHT;
        return index < full || (index == full && width <= row % Tile.WIDTH);
    }

    private static Optional<Long> index(String groups) {
        try {
            return Optional.of(Long.valueOf(groups.replaceAll("[x/]", "")));
        } catch (NumberFormatException _) {
            // no log is that long
            return Optional.empty();
        }
    }
}
