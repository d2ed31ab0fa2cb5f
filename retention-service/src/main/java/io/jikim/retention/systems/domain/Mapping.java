package io.jikim.retention.systems.domain;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a person is found in an operator's database, table by table, parents first.
///
/// @param schema the PostgreSQL schema that all tables stand in
/// @param zone where a point in time becomes the day of a legal event
/// @param backupDays how long the operator keeps backups; null when it did not say
public record Mapping(
        String system,
        String schema,
        ZoneId zone,
        @Nullable Integer backupDays,
        List<MappedTable> tables) {

    public Mapping {
        tables = List.copyOf(tables);
    }

    public Optional<MappedTable> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /// Whether rows reached in this way can be about a person of that kind.
    public boolean concerns(About about, PersonKind kind) {
        return switch (about.reach()) {
            case Reach.Person person -> person.kind() == kind;
            case Reach.Through through ->
                    table(through.table()).stream()
                            .flatMap(parent -> parent.own().stream())
                            .anyMatch(parent -> concerns(parent, kind));
        };
    }
}
