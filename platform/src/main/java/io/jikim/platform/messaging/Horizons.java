package io.jikim.platform.messaging;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// Looks for the oldest snapshot in this database. Behind one, the outbox grows dead rows with
/// every event, and draining it takes four times as long within seconds.
@Singleton
class Horizons {

    // Sessions of other roles show themselves to members of pg_read_all_stats, one of which
    // deploy/postgres makes the relay's role; a slot is seen by everybody.
    private static final String NOW =
            """
            select coalesce(extract(epoch from max(now() - xact_start)
                    filter (where backend_xmin is not null or backend_xid is not null)), 0)
                    as seconds,
                greatest(coalesce(max(age(backend_xmin)), 0),
                    coalesce((select max(greatest(age(xmin), age(catalog_xmin)))
                        from pg_replication_slots), 0)) as transactions
            from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
            """;

    private final javax.sql.DataSource database;

    Horizons(@DataSource("system") javax.sql.DataSource database) {
        this.database = database;
    }

    Horizon now() {
        return Sql.run(
                database,
                NOW,
                (_, statement) -> {
                    try (var row = statement.executeQuery()) {
                        row.next();
                        return new Horizon(row.getDouble("seconds"), row.getLong("transactions"));
                    }
                });
    }
}
