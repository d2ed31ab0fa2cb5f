package io.jikim.audit.adapter.out.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Whose data an entry is about, read from its fields.
final class Subjects {
    private Subjects() {}

    static List<UUID> of(Map<String, String> fields) {
        var joined = fields.getOrDefault("subjects", "");
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(UUID::fromString).toList();
    }
}
