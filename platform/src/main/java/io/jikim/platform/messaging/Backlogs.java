package io.jikim.platform.messaging;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// Looks up what waits, for all tenants.
@Singleton
class Backlogs {

    private static final String NOW =
            """
            select (select count(*) from outbox) as waiting,
                (select coalesce(extract(epoch from now() - created_at), 0)
                 from outbox order by id limit 1) as oldest,
                count(*) as parked,
                count(distinct (tenant, subject)) as subjects,
                count(*) filter (where reason in ('GAP', 'GAP_UNRECOVERABLE')) as gaps
            from parked where state = 'PARKED'
            """;

    private final javax.sql.DataSource database;

    Backlogs(@DataSource("system") javax.sql.DataSource database) {
        this.database = database;
    }

    Backlog now() {
        return Sql.run(
                database,
                NOW,
                (_, statement) -> {
                    try (var row = statement.executeQuery()) {
                        row.next();
                        return new Backlog(
                                row.getLong("waiting"),
                                row.getDouble("oldest"),
                                row.getLong("parked"),
                                row.getLong("subjects"),
                                row.getLong("gaps"));
                    }
                });
    }
}
