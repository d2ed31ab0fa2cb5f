package io.jikim.verifier;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/// What is found of a log in its own database: the log, and the values beside it.
final class DatabaseVerdict {
    private DatabaseVerdict() {}

    /// Looks at the values too where the log does not hold: they may name the entry that it cannot.
    static LogVerdict of(AskedLog asked, VerifierKey key, Optional<SignedHead> accepted)
            throws Malformed, DoesNotHold {
        try (var database = DriverManager.getConnection(asked.source())) {
            database.setReadOnly(true);
            database.setAutoCommit(false);
            // one snapshot, however the log grows
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            LogVerdict verdict;
            try {
                verdict = LogVerdict.of(new DatabaseSource(database), key, asked.from(), accepted);
            } catch (DoesNotHold log) {
                throw both(log, database, asked.valuesFrom());
            }
            new DisclosureCheck(database).from(asked.valuesFrom());
            return verdict;
        } catch (SQLException e) {
            throw DatabaseSource.unreadable(e);
        }
    }

    private static DoesNotHold both(DoesNotHold log, Connection database, long from)
            throws Malformed {
        try {
            new DisclosureCheck(database).from(from);
            return log;
        } catch (DoesNotHold values) {
            return new DoesNotHold(log.getMessage() + "; " + values.getMessage());
        }
    }
}
