package io.jikim.retention.archive.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// Transactions of the archive database, which are never part of one of the live database.
@ApplicationScoped
class ArchiveDatabase {
    private final javax.sql.DataSource database;

    ArchiveDatabase(@DataSource("archive") AgroalDataSource database) {
        this.database = database;
    }

    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /// Runs the work in one transaction that sees the records of one tenant.
    <T> T call(String tenant, Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                see(connection, tenant);
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new ArchiveFailure(e);
        }
    }

    /// Until the end of the transaction nobody else deposits, holds or destroys anything of the
    /// subject; what was committed before is seen by the next statement.
    static void lock(Connection connection, String tenant, UUID subject) throws SQLException {
        try (var statement =
                connection.prepareStatement("select pg_advisory_xact_lock(subject_lock(?, ?))")) {
            statement.setString(1, tenant);
            statement.setObject(2, subject);
            statement.execute();
        }
    }

    private static void see(Connection connection, String tenant) throws SQLException {
        try (var statement =
                connection.prepareStatement("select set_config('jikim.tenant', ?, true)")) {
            statement.setString(1, tenant);
            statement.execute();
        }
    }
}
