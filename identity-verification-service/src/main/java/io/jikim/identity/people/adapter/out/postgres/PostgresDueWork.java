package io.jikim.identity.people.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.identity.people.application.port.DueWork;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.ErasureTask.Step;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Tenant;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Looks for owed work over all tenants, with the role that sees due rows and no item.
@ApplicationScoped
class PostgresDueWork implements DueWork {

    private final AgroalDataSource system;

    PostgresDueWork(@DataSource("system") AgroalDataSource system) {
        this.system = system;
    }

    @Override
    public List<DueTask> erasureTasks(Instant now, int limit) {
        return due(
                "select tenant, case_id, round, step from erasure_task where done_at is null"
                        + " and due_at <= ? and leased_until < ? order by seq limit ?",
                now,
                limit,
                row ->
                        new DueTask(
                                new Tenant(row.getString(1)),
                                new ErasureTask.Id(
                                        new CaseId(row.getObject(2, UUID.class)),
                                        row.getInt(3),
                                        Step.valueOf(row.getString(4)))));
    }

    @Override
    public List<DueAccount> accounts(Instant now, int limit) {
        return due(
                "select tenant, ref from account_task where due_at <= ? and created_at <= ?"
                        + " order by due_at limit ?",
                now,
                limit,
                row ->
                        new DueAccount(
                                new Tenant(row.getString(1)),
                                new SubjectRef(row.getObject(2, UUID.class))));
    }

    @Override
    public Backlog erasureBacklog() {
        return backlog(
                "select count(*), coalesce(max(attempts), 0), min(created_at) from erasure_task"
                        + " where done_at is null");
    }

    @Override
    public Backlog accountBacklog() {
        return backlog(
                "select count(*), coalesce(max(attempts), 0), min(created_at) from account_task");
    }

    @Override
    public long providerFailures() {
        return failures(
                "select greatest((select max(attempts) from account_task), (select max(attempts)"
                        + " from erasure_task where done_at is null and way = 'ACCOUNT'), 0)");
    }

    @Override
    public long dataFailures() {
        return failures(
                "select coalesce(max(attempts), 0) from erasure_task"
                        + " where done_at is null and way = 'DATA'");
    }

    private long failures(String sql) {
        try (var connection = system.getConnection();
                var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The failures cannot be counted", e);
        }
    }

    private <T> List<T> due(String sql, Instant now, int limit, Row<T> row) {
        try (var connection = system.getConnection();
                var query = connection.prepareStatement(sql)) {
            var at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
            query.setObject(1, at);
            query.setObject(2, at);
            query.setInt(3, limit);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(row.of(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Due work cannot be looked for", e);
        }
    }

    private Backlog backlog(String sql) {
        try (var connection = system.getConnection();
                var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            rows.next();
            return new Backlog(
                    rows.getLong(1),
                    rows.getLong(2),
                    Optional.ofNullable(rows.getObject(3, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant));
        } catch (SQLException e) {
            throw new IllegalStateException("The backlog cannot be counted", e);
        }
    }

    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
