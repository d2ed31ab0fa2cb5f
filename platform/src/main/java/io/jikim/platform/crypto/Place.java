package io.jikim.platform.crypto;

/// Where a sealed value stands; it cannot be opened anywhere else.
public record Place(String table, String column, String row) {

    public Place {
        if (table.indexOf('|') >= 0 || column.indexOf('|') >= 0) {
            throw new IllegalArgumentException("A place is written with | between its parts");
        }
    }
}
