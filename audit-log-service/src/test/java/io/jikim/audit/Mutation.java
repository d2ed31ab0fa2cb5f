package io.jikim.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/// One thing that a rogue administrator does to a copy of the log's database.
///
/// @param alone whether the copy contradicts itself; otherwise only what was kept outside tells
record Mutation(String name, boolean alone, Deed deed) {
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:entry|of size|log has|fork: the|that of tile level 0 index) ([0-9]+)");
    private static final Pattern TILE = Pattern.compile("tile level 0 index ([0-9]+): is missing");
    private static final Pattern RANGE = Pattern.compile("entries ([0-9]+) to ([0-9]+):");

    /// Returns the index that has to be named, or the size of the head.
    interface Deed {
        long play(Connection database) throws SQLException;
    }

    /// Whether a complaint names this place, the whole tile that begins there, or a range between
    /// two signed heads in which it lies.
    static boolean isNamed(String complaint, long place) {
        return PLACE.matcher(complaint)
                        .results()
                        .anyMatch(found -> Long.parseLong(found.group(1)) == place)
                || TILE.matcher(complaint)
                        .results()
                        .anyMatch(found -> 256 * Long.parseLong(found.group(1)) == place)
                || RANGE.matcher(complaint)
                        .results()
                        .anyMatch(found ->
                                Long.parseLong(found.group(1)) <= place
                                        && place <= Long.parseLong(found.group(2)));
    }
}
