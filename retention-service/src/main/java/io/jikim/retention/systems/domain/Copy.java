package io.jikim.retention.systems.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the archive gets of one row: its key, the day its period starts (null where the row names
/// none), the listed columns that have a value.
public record Copy(String key, @Nullable LocalDate legalEvent, Map<String, String> fields) {
    public Copy {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    @Override
    public String toString() {
        return "Copy[sealed]";
    }
}
