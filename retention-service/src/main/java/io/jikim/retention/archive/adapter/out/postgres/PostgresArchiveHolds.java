package io.jikim.retention.archive.adapter.out.postgres;

import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Holds in the archive database, placed and released by its functions only.
@ApplicationScoped
class PostgresArchiveHolds implements ArchiveHolds {
    private static final Logger LOG = Logger.getLogger(PostgresArchiveHolds.class);
    private static final String STANDING =
            "select h.id, h.placed_at from hold h where h.tenant = ?"
                    + " and not exists (select from hold_release r where r.hold = h.id)";

    private final ArchiveDatabase database;

    PostgresArchiveHolds(ArchiveDatabase database) {
        this.database = database;
    }

    @Override
    public void place(
            TenantCode tenant, HoldId hold, SubjectId subject, Collection<Category> categories) {
        database.call(
                tenant.code(),
                connection -> {
                    try (var statement =
                            connection.prepareStatement("select place_hold(?, ?, ?, ?)")) {
                        statement.setString(1, tenant.code());
                        statement.setObject(2, hold.value());
                        statement.setObject(3, subject.value());
                        statement.setArray(
                                4,
                                connection.createArrayOf(
                                        "text", categories.stream().map(Category::code).toArray()));
                        return statement.execute();
                    }
                });
    }

    @Override
    public void release(TenantCode tenant, HoldId hold) {
        database.call(
                tenant.code(),
                connection -> {
                    try (var statement = connection.prepareStatement("select release_hold(?, ?)")) {
                        statement.setString(1, tenant.code());
                        statement.setObject(2, hold.value());
                        return statement.execute();
                    }
                });
    }

    @Override
    public void forget(TenantCode tenant, HoldId hold) {
        LOG.warnf("A hold that was never placed outside leaves the archive hold=%s", hold);
        release(tenant, hold);
    }

    @Override
    public Map<HoldId, Instant> standing(TenantCode tenant) {
        return database.call(
                tenant.code(),
                connection -> {
                    try (var statement = connection.prepareStatement(STANDING)) {
                        statement.setString(1, tenant.code());
                        var holds = new HashMap<HoldId, Instant>();
                        try (var rows = statement.executeQuery()) {
                            while (rows.next()) {
                                holds.put(
                                        new HoldId(rows.getObject(1, UUID.class)),
                                        rows.getTimestamp(2).toInstant());
                            }
                        }
                        return holds;
                    }
                });
    }
}
