package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Leftovers;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import javax.sql.DataSource;

/// What is kept aside; the same record comes in once.
@ApplicationScoped
class PostgresLeftovers implements Leftovers {
    private static final String KEEP =
            """
            insert into set_aside (topic, partition, position, key, headers, payload, why)
            values (?, ?, ?, ?, ?, ?, left(?, 500)) on conflict do nothing
            """;

    private static final String COUNT =
            "select count(*) from (select from set_aside limit " + MANY + ") as counted";

    private final Rows database;

    PostgresLeftovers(DataSource database) {
        this.database = new Rows(database);
    }

    @Override
    public void keep(Leftover leftover) {
        var spot = leftover.spot();
        database.update(
                KEEP,
                spot.topic(),
                spot.partition(),
                spot.position(),
                leftover.key().orElse(null),
                FieldsJson.write(leftover.headers()),
                leftover.payload().map(Base64.getDecoder()::decode).orElse(null),
                leftover.why());
    }

    @Override
    public long count() {
        return database.one(COUNT, row -> row.getLong(1)).orElse(0L);
    }
}
