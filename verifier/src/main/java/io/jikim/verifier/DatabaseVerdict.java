package io.jikim.verifier;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;

/// What is found of a log in its own database: the log, and the values beside it.
final class DatabaseVerdict {
    private DatabaseVerdict() {}

    /// Looks at the values and at what they are chained by too where the log does not hold: they
    /// may name the entry that it cannot.
    static LogVerdict of(AskedLog asked, VerifierKey key, Optional<SignedHead> accepted)
            throws Malformed, DoesNotHold {
        try (var database = DriverManager.getConnection(asked.source())) {
            database.setReadOnly(true);
            database.setAutoCommit(false);
            // one snapshot, however the log grows
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return all(database, asked, key, accepted);
        } catch (SQLException e) {
            throw DatabaseSource.unreadable(e);
        }
    }

    /// Each may name what the others cannot.
    private static LogVerdict all(
            Connection database, AskedLog asked, VerifierKey key, Optional<SignedHead> accepted)
            throws Malformed, DoesNotHold {
        var faults = new ArrayList<String>();
        Optional<LogVerdict> verdict = Optional.empty();
        try {
            var source = new DatabaseSource(database);
            verdict = Optional.of(LogVerdict.of(source, key, asked.from(), accepted));
        } catch (DoesNotHold log) {
            faults.add(log.getMessage());
        }
        try {
            new DisclosureCheck(database).from(asked.valuesFrom());
        } catch (DoesNotHold values) {
            faults.add(values.getMessage());
        }
        try {
            new ChainCheck(database).from(asked.valuesFrom());
        } catch (DoesNotHold chain) {
            faults.add(chain.getMessage());
        }
        if (verdict.isEmpty() || !faults.isEmpty()) {
            throw new DoesNotHold(String.join("; ", faults));
        }
        return verdict.get();
    }
}
