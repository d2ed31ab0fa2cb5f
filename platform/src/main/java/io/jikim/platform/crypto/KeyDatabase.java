package io.jikim.platform.crypto;

import io.agroal.api.AgroalDataSource;
import io.jikim.platform.access.Tenant;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The key database: every call is one short transaction of its own.
///
/// Whatever changes a subject's keys takes the lock of that subject first, so that no key is made
/// while its subject is being frozen.
@ApplicationScoped
class KeyDatabase {

    /// What is done while the subject is locked.
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private final AgroalDataSource database;

    KeyDatabase(@DataSource("keys") AgroalDataSource database) {
        this.database = database;
    }

    Optional<KeyRow> ask(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var query = prepared(connection, sql, values)) {
            ResultSet row = query.executeQuery();
            return row.next() ? Optional.of(KeyRow.of(row)) : Optional.empty();
        } catch (SQLException e) {
            throw new KeyUnavailable("The key database cannot be asked", e);
        }
    }

    <T> T change(Tenant tenant, UUID subject, Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection, tenant, subject);
                T result = work.in(connection);
                connection.commit();
                return result;
            } finally {
                // after a commit there is nothing left to roll back
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new KeyUnavailable("The key database cannot be changed", e);
        }
    }

    private static void lock(Connection connection, Tenant tenant, UUID subject)
            throws SQLException {
        try (var query =
                prepared(
                        connection,
                        "select pg_advisory_xact_lock(hashtextextended(current_user || ? || ?, 0))",
                        tenant.code(),
                        subject.toString())) {
            query.executeQuery();
        }
    }

    static int run(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
