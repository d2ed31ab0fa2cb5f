package io.jikim.identity.verification.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.identity.verification.application.port.DueVerifications;
import io.jikim.identity.verification.application.port.Mails;
import io.jikim.identity.verification.domain.Mail;
import io.jikim.identity.verification.domain.VerificationId;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.sql.Rows;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/// The queue of mails; what is due is looked for over all tenants, what is done is done in one.
@ApplicationScoped
class PostgresMails implements Mails, DueVerifications {

    // Health is asked every few seconds: it reads so many entries of an index, and no more, however
    // long the queue.
    private static final String QUEUE =
            """
            select (select count(*) from (select from mail where state = 'QUEUED' limit %d) as counted),
                coalesce((select max(attempts) from mail where state = 'QUEUED'), 0),
                (select min(created_at) from mail where state = 'QUEUED')
            """
                    .formatted(MANY);

    private final Rows everyTenant;
    private final MailRows rows;

    PostgresMails(@DataSource("system") AgroalDataSource system, MailRows rows) {
        this.everyTenant = new Rows(system);
        this.rows = rows;
    }

    @Override
    public List<DueMail> due(Instant now, int limit) {
        return due(
                "select tenant, id from mail where state = 'QUEUED' and due_at <= ?"
                        + " and leased_until < now() order by due_at limit ?",
                now,
                limit,
                DueMail::new);
    }

    @Override
    public List<DueVerification> outOfTime(Instant now, int limit) {
        return due(
                "select tenant, id from verification where state = 'PENDING' and expires_at <= ?"
                        + " order by expires_at limit ?",
                now,
                limit,
                (tenant, id) -> new DueVerification(tenant, new VerificationId(id)));
    }

    private <T> List<T> due(String sql, Instant now, int limit, BiFunction<Tenant, UUID, T> of) {
        return everyTenant.list(
                sql,
                row -> of.apply(new Tenant(row.getString(1)), row.getObject(2, UUID.class)),
                now,
                limit);
    }

    @Override
    public Queue queue() {
        return everyTenant
                .one(
                        QUEUE,
                        row ->
                                new Queue(
                                        row.getLong(1),
                                        row.getLong(2),
                                        Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                                .map(OffsetDateTime::toInstant)))
                .orElseThrow();
    }

    @Override
    public Optional<Mail> claim(UUID id, Instant now) {
        return rows.claim(id, now);
    }

    @Override
    public void sent(UUID id, Instant at) {
        rows.close(id, "SENT", "", at);
    }

    @Override
    public void dropped(UUID id, String why, Instant at) {
        rows.close(id, "DROPPED", why, at);
    }

    @Override
    public void postpone(UUID id, Instant now) {
        rows.postpone(id, now);
    }
}
