package io.jikim.platform.messaging.epoch;

import io.jikim.platform.messaging.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/// In which epoch the database speaks.
@Singleton
class Epochs {

    private static final String NOW = "select epoch, opened_at from speaking_epoch";
    private static final String OPEN = "select open_epoch(?)";

    private static final String RAISED = "P0001";

    /// An epoch and since when it is spoken in.
    record Epoch(int number, Instant since) {}

    private final DataSource database;

    Epochs(DataSource database) {
        this.database = database;
    }

    Epoch now() {
        return Sql.run(
                database,
                NOW,
                (_, statement) -> {
                    try (var row = statement.executeQuery()) {
                        row.next();
                        return new Epoch(
                                row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant());
                    }
                });
    }

    /// In the transaction at hand, which is over where this returns false: the database speaks in
    /// that epoch or a later one already. What waits for the broker is numbered anew.
    boolean open(int number) {
        return Sql.run(
                database,
                OPEN,
                (_, statement) -> {
                    Sql.bind(statement, number);
                    try {
                        statement.execute();
                        return true;
                    } catch (SQLException e) {
                        if (RAISED.equals(e.getSQLState())) {
                            return false;
                        }
                        throw e;
                    }
                });
    }
}
