package io.jikim.audit.adapter.out.postgres;

import io.jikim.audit.application.port.Restrictions;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/// Flags beside the log.
@ApplicationScoped
class PostgresRestrictions implements Restrictions {
    private static final String RESTRICT =
            """
            insert into restricted_subject (tenant, subject, erasure, since) values (?, ?, ?, ?)
            on conflict do nothing
            """;

    private final Rows database;
    private final CurrentTenant tenant;

    PostgresRestrictions(DataSource database, CurrentTenant tenant) {
        this.database = new Rows(database);
        this.tenant = tenant;
    }

    @Override
    public void restrict(UUID subject, UUID erasure, Instant since) {
        database.update(
                RESTRICT, tenant.get().code(), subject, erasure, since.atOffset(ZoneOffset.UTC));
    }
}
