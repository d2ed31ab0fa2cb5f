package io.jikim.platform.messaging;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The outbox as the relay sees it: every statement is a transaction of its own, and short.
@Singleton
class Letters {

    private static final String NEXT =
            """
            with batch as materialized (
                select id, event_id, type, dataschema, created_at, tenant, subject, topic, source,
                    epoch, sequence, correlation_id, causation_id, traceparent, payload,
                    after_epoch, after_sequence
                from outbox where shard = any (?) and topic <> all (?) order by id limit ?),
            marked as (
                update outbox_mark set mark = mark + 1 where exists (select from batch)
                returning mark)
            select * from batch cross join marked order by id
            """;

    // The lease is locked, so that nobody takes the shard over between the look and the move.
    private static final String ARRIVED =
            """
            with held as (
                select l.shard from outbox_lease l
                join unnest(?::smallint[], ?::bigint[]) as mine (shard, fence) using (shard, fence)
                for no key update of l),
            moved as (
                delete from outbox o using held
                where o.id = any (?) and o.shard = held.shard returning o.*)
            insert into event_log (event_id, type, dataschema, tenant, subject, topic, source, epoch,
                sequence, correlation_id, causation_id, traceparent, payload, created_at,
                after_epoch, after_sequence)
            select event_id, type, dataschema, tenant, subject, topic, source, epoch, sequence,
                correlation_id, causation_id, traceparent, payload, created_at, after_epoch,
                after_sequence
            from moved on conflict (event_id) do nothing
            """;

    private static final String FAILED =
            "update outbox set attempts = attempts + 1, last_error = left(?, 500) where id = ?";

    private final javax.sql.DataSource database;

    Letters(@DataSource("system") javax.sql.DataSource database) {
        this.database = database;
    }

    /// The letters that have waited longest, but those for some topics. Their mark is committed
    /// when this returns, and so before any of them is told.
    Batch next(Lease lease, Set<String> without, int limit) {
        return Sql.run(
                database,
                NEXT,
                (connection, statement) -> {
                    statement.setArray(1, connection.createArrayOf("int2", lease.shards()));
                    statement.setArray(2, connection.createArrayOf("text", without.toArray()));
                    statement.setInt(3, limit);
                    return batch(statement);
                });
    }

    private static Batch batch(PreparedStatement statement) throws SQLException {
        List<Letter> letters = new ArrayList<>();
        long mark = 0;
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                mark = rows.getLong("mark");
                letters.add(letter(rows));
            }
        }
        return new Batch(mark, letters);
    }

    static List<Letter> letters(PreparedStatement statement) throws SQLException {
        List<Letter> letters = new ArrayList<>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                letters.add(letter(rows));
            }
        }
        return letters;
    }

    /// Strikes out what has arrived where the fence still holds; returns how many that were.
    int settle(Lease lease, Delivery delivery) {
        delivery.failed().forEach((id, error) -> Sql.update(database, FAILED, error, id));
        if (delivery.arrived().isEmpty()) {
            return 0;
        }
        return Sql.run(
                database,
                ARRIVED,
                (connection, statement) -> {
                    statement.setArray(1, connection.createArrayOf("int2", lease.shards()));
                    statement.setArray(2, connection.createArrayOf("int8", lease.fenceNumbers()));
                    statement.setArray(
                            3, connection.createArrayOf("int8", delivery.arrived().toArray()));
                    return statement.executeUpdate();
                });
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getLong("id"),
                new Envelope(
                        row.getObject("event_id", UUID.class),
                        row.getString("type"),
                        row.getString("dataschema"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        new Stream(
                                row.getString("tenant"),
                                row.getString("subject"),
                                row.getString("topic"),
                                row.getString("source")),
                        new Position(row.getInt("epoch"), row.getLong("sequence")),
                        new Trail(
                                row.getString("correlation_id"),
                                row.getObject("causation_id", UUID.class),
                                Traceparent.of(row.getString("traceparent"))),
                        after(row)),
                row.getString("payload"));
    }

    private static @Nullable Position after(ResultSet row) throws SQLException {
        int epoch = row.getInt("after_epoch");
        return row.wasNull() ? null : new Position(epoch, row.getLong("after_sequence"));
    }
}
