package io.jikim.identity.people.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.identity.people.application.port.DueWork;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.ErasureTask.Step;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.sql.Rows;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Looks for owed work over all tenants, with the role that sees due rows and no item.
@ApplicationScoped
class PostgresDueWork implements DueWork {

    private final Rows rows;

    PostgresDueWork(@DataSource("system") AgroalDataSource system) {
        this.rows = new Rows(system);
    }

    @Override
    public List<DueTask> erasureTasks(Instant now, int limit) {
        return rows.list(
                "select tenant, case_id, round, step from erasure_task where done_at is null"
                        + " and due_at <= ? and leased_until < ? order by seq limit ?",
                row ->
                        new DueTask(
                                new Tenant(row.getString(1)),
                                new ErasureTask.Id(
                                        new CaseId(row.getObject(2, UUID.class)),
                                        row.getInt(3),
                                        Step.valueOf(row.getString(4)))),
                now,
                now,
                limit);
    }

    @Override
    public List<DueAccount> accounts(Instant now, int limit) {
        return rows.list(
                "select tenant, ref from account_task where due_at <= ? and created_at <= ?"
                        + " order by due_at limit ?",
                row ->
                        new DueAccount(
                                new Tenant(row.getString(1)),
                                new SubjectRef(row.getObject(2, UUID.class))),
                now,
                now,
                limit);
    }

    @Override
    public Backlog erasureBacklog() {
        return backlog("erasure_task where done_at is null");
    }

    @Override
    public Backlog accountBacklog() {
        return backlog("account_task");
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
        return rows.one(sql, row -> row.getLong(1)).orElse(0L);
    }

    /// Health is asked every few seconds: it reads so many entries of an index, and no more,
    /// however long the queue.
    private Backlog backlog(String waiting) {
        return rows.one(
                        "select (select count(*) from (select from "
                                + waiting
                                + " limit "
                                + MANY
                                + ") as counted), (select min(created_at) from "
                                + waiting
                                + ")",
                        row ->
                                new Backlog(
                                        row.getLong(1),
                                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                                .map(OffsetDateTime::toInstant)))
                .orElseThrow();
    }
}
