package io.jikim.retention.archive.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// A record of the archive, opened. Never shows in text.
public record ArchivedContent(
        UUID record,
        String category,
        String basis,
        LocalDate until,
        String source,
        Map<String, String> fields) {
    public ArchivedContent {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    @Override
    public String toString() {
        return "ArchivedContent[" + record + "]";
    }
}
