package io.jikim.retention.archive.adapter.out.postgres;

import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds in the archive database, placed and released by its functions only.
@ApplicationScoped
class PostgresArchiveHolds implements ArchiveHolds {
    // As in the functions of the database: each release but the last was taken back.
    private static final String STANDING =
            "select h.id, h.subject, h.categories, h.placed_at from hold h where h.tenant = ?"
                    + " and (select count(*) from hold_release r where r.hold = h.id)"
                    + " <= (select count(*) from hold_again a where a.hold = h.id)";

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
    public List<Standing> standing(TenantCode tenant) {
        return standing(tenant, STANDING, _ -> {});
    }

    @Override
    public List<Standing> standing(TenantCode tenant, SubjectId subject) {
        return standing(
                tenant,
                STANDING + " and h.subject = ?",
                statement -> statement.setObject(2, subject.value()));
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private List<Standing> standing(TenantCode tenant, String sql, Binding rest) {
        return database.call(
                tenant.code(),
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        statement.setString(1, tenant.code());
                        rest.to(statement);
                        var holds = new ArrayList<Standing>();
                        try (var rows = statement.executeQuery()) {
                            while (rows.next()) {
                                holds.add(standing(rows));
                            }
                        }
                        return holds;
                    }
                });
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new HoldId(row.getObject(1, UUID.class)),
                new SubjectId(row.getObject(2, UUID.class)),
                Stream.of((String[]) row.getArray(3).getArray())
                        .map(Category::new)
                        .collect(Collectors.toSet()),
                row.getTimestamp(4).toInstant());
    }
}
