package io.jikim.retention.systems.domain;

import java.util.List;

/// What looking for a person found: `table.column` of each place, and how much was looked through.
public record Remains(List<String> places, int tables, int columns) {
    public Remains {
        places = List.copyOf(places);
    }
}
