package io.jikim.retention.systems.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.platform.sql.Rows;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.application.port.SystemWatch;
import io.jikim.retention.systems.domain.SystemState;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Sees the systems of all tenants, without their passwords.
@ApplicationScoped
class PostgresSystemWatch implements SystemWatch {
    private final Rows rows;

    PostgresSystemWatch(@DataSource("system") AgroalDataSource database) {
        this.rows = new Rows(database);
    }

    @Override
    public List<Watched> everywhere() {
        return rows.list(
                "select id, name, connected_at, alarms::text, away, tenant from connected_system"
                        + " order by tenant, name",
                row ->
                        new Watched(
                                new TenantCode(row.getString(6)),
                                new SystemState(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getTimestamp(3).toInstant(),
                                        PostgresSystems.strings(row.getString(4)),
                                        row.getString(5))));
    }
}
