package io.jikim.platform.access;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/// Tells the database which tenant's rows a connection may see, each time it is taken from the
/// pool.
///
/// Row-level security compares with it. Without a tenant it is empty, and nothing is seen. A second
/// datasource that is secured in the same way subclasses it with its own qualifier.
@Singleton
public class TenantOnConnection implements AgroalPoolInterceptor {

    private final CurrentTenant tenant;

    protected TenantOnConnection(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try (var statement =
                connection.prepareStatement("select set_config('jikim.tenant', ?, false)")) {
            statement.setString(1, code());
            statement.execute();
        } catch (SQLException _) {
            // nothing may run under the tenant of an earlier request; to throw would lose the
            // connection to the pool, while the first statement on an aborted one tells the caller
            abort(connection);
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException("A connection can be neither used nor aborted", e);
        }
    }

    private String code() {
        var requests = Arc.container().requestContext();
        return requests.isActive() && tenant.isSet() ? tenant.get().code() : "";
    }
}
