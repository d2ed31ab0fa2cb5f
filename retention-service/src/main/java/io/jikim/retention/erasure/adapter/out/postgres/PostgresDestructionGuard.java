package io.jikim.retention.erasure.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.retention.erasure.application.port.DestructionGuard;
import io.jikim.retention.erasure.domain.SubjectId;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/// Holds the subject's lock on a connection of its own while work outside of the live database goes
/// on.
@ApplicationScoped
class PostgresDestructionGuard implements DestructionGuard {
    private static final String LOCK = SubjectLock.call("pg_advisory_lock_shared", "?", "?");
    private static final String UNLOCK = SubjectLock.call("pg_advisory_unlock_shared", "?", "?");

    private final AgroalDataSource database;
    private final CurrentTenant tenant;

    PostgresDestructionGuard(
            @DataSource("system") AgroalDataSource database, CurrentTenant tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    @Override
    public <T> T whileHoldsStand(SubjectId subject, Supplier<T> work) {
        try (var connection = database.getConnection()) {
            call(connection, LOCK, subject);
            try {
                return work.get();
            } finally {
                call(connection, UNLOCK, subject);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the subject cannot be guarded", e);
        }
    }

    private void call(Connection connection, String sql, SubjectId subject) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.get().code());
            statement.setString(2, SubjectLock.text(subject));
            statement.execute();
        }
    }
}
