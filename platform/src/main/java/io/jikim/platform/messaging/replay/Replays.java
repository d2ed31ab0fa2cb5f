package io.jikim.platform.messaging.replay;

import io.jikim.platform.messaging.History;
import io.jikim.platform.messaging.Sql;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What people want told again, and how far that is.
@Singleton
class Replays {

    private static final String ADD =
            """
            insert into replay (id, of_tenant, subject, topic, type, since, until)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String COLUMNS =
            """
            select id, of_tenant, subject, topic, type, since, until, state, told, told_up_to
            from replay
            """;

    private static final String ONE = COLUMNS + "where id = ?";
    private static final String OPEN = COLUMNS + "where state = 'OPEN' order by id";
    private static final String STOP =
            "update replay set state = 'STOPPED' where id = ? and state = 'OPEN'";

    // Somebody may have stopped it while the page was told.
    private static final String GO_ON =
            """
            update replay set told = told + ?, told_up_to = coalesce(?, told_up_to),
                state = case state when 'OPEN' then ? else state end
            where id = ?
            """;

    /// `told` events so far, up to the one with the id `upTo`.
    record Replay(UUID id, History.Choice choice, String state, long told, UUID upTo) {}

    private final javax.sql.DataSource database;
    private final javax.sql.DataSource system;

    Replays(javax.sql.DataSource database, @DataSource("system") javax.sql.DataSource system) {
        this.database = database;
        this.system = system;
    }

    /// In the transaction at hand.
    void add(UUID id, History.Choice choice) {
        Sql.update(
                database,
                ADD,
                id,
                choice.tenant(),
                choice.subject(),
                choice.topic(),
                choice.type(),
                choice.since().atOffset(ZoneOffset.UTC),
                choice.until().atOffset(ZoneOffset.UTC));
    }

    Optional<Replay> find(UUID id) {
        return read(ONE, id).stream().findFirst();
    }

    List<Replay> open() {
        return read(OPEN);
    }

    /// In the transaction at hand. False where it is open no more.
    boolean stop(UUID id) {
        return Sql.update(database, STOP, id) == 1;
    }

    void goOn(Replay replay, History.Told told) {
        Sql.update(
                system,
                GO_ON,
                told.events(),
                told.last(),
                told.last() == null ? "DONE" : "OPEN",
                replay.id());
    }

    private List<Replay> read(String sql, Object... values) {
        return Sql.run(
                system,
                sql,
                (_, statement) -> {
                    Sql.bind(statement, values);
                    List<Replay> found = new ArrayList<>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(replay(rows));
                        }
                    }
                    return found;
                });
    }

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(
                row.getObject("id", UUID.class),
                new History.Choice(
                        instant(row, "since"),
                        instant(row, "until"),
                        row.getString("of_tenant"),
                        row.getString("subject"),
                        row.getString("topic"),
                        row.getString("type")),
                row.getString("state"),
                row.getLong("told"),
                row.getObject("told_up_to", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
