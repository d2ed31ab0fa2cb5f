package io.jikim.platform.messaging;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// How far this database says that its streams have come: the numbers are given in the transaction
/// of the fact, so one that has left the outbox in any other way than over the broker is in here.
@Singleton
class Reaches {

    // What waits is not told yet. One statement sees stream and outbox as of one moment.
    private static final String SINCE =
            """
            select s.tenant, s.subject, s.epoch,
                case when s.epoch = s.uncounted_epoch then s.uncounted else 0 end as after,
                coalesce(
                    (select min(o.sequence) - 1 from outbox o
                     where (o.tenant, o.subject, o.topic, o.source, o.epoch)
                        = (s.tenant, s.subject, s.topic, s.source, s.epoch)),
                    s.last_sequence) as last
            from subject_stream s
            where s.active_at >= ? and s.topic = ? and s.source = ?
            """;

    private static final String UNSETTLED =
            """
            select coalesce(min(created_at), now()) as since, now() as now
            from outbox where topic = ?
            """;

    /// Since when something is not told yet, which is `now` where everything is; by the clock of
    /// the database.
    record Mark(Instant unsettled, Instant now) {}

    private final javax.sql.DataSource database;

    Reaches(@DataSource("system") javax.sql.DataSource database) {
        this.database = database;
    }

    Mark mark(String topic) {
        return Sql.run(
                database,
                UNSETTLED,
                (_, statement) -> {
                    Sql.bind(statement, topic);
                    try (var row = statement.executeQuery()) {
                        row.next();
                        return new Mark(instant(row, "since"), instant(row, "now"));
                    }
                });
    }

    /// Of the streams of a speaker in which something was appended since then.
    List<Heartbeat.Reached> since(Instant active, String topic, String source) {
        return Sql.run(
                database,
                SINCE,
                (_, statement) -> {
                    Sql.bind(statement, active.atOffset(ZoneOffset.UTC), topic, source);
                    List<Heartbeat.Reached> reached = new ArrayList<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            reached.add(reached(rows));
                        }
                    }
                    reached.removeIf(it -> it.last() <= it.after());
                    return reached;
                });
    }

    private static Heartbeat.Reached reached(ResultSet row) throws SQLException {
        return new Heartbeat.Reached(
                row.getString("tenant"),
                row.getString("subject"),
                row.getInt("epoch"),
                row.getLong("after"),
                row.getLong("last"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
