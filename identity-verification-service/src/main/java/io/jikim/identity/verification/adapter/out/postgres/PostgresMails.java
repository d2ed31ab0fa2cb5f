package io.jikim.identity.verification.adapter.out.postgres;

import io.agroal.api.AgroalDataSource;
import io.jikim.identity.verification.application.port.DueVerifications;
import io.jikim.identity.verification.application.port.Mails;
import io.jikim.identity.verification.domain.Mail;
import io.jikim.identity.verification.domain.VerificationId;
import io.jikim.platform.access.Tenant;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/// The queue of mails; what is due is looked for over all tenants, what is done is done in one.
@ApplicationScoped
class PostgresMails implements Mails, DueVerifications {

    private final AgroalDataSource system;
    private final MailRows rows;

    PostgresMails(@DataSource("system") AgroalDataSource system, MailRows rows) {
        this.system = system;
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
        try (var connection = system.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            query.setInt(2, limit);
            try (var found = query.executeQuery()) {
                var due = new ArrayList<T>();
                while (found.next()) {
                    due.add(
                            of.apply(
                                    new Tenant(found.getString(1)),
                                    found.getObject(2, UUID.class)));
                }
                return due;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Due work cannot be looked for", e);
        }
    }

    @Override
    public Queue queue() {
        try (var connection = system.getConnection();
                var query =
                        connection.prepareStatement(
                                "select count(*), coalesce(max(attempts), 0), min(created_at)"
                                        + " from mail where state = 'QUEUED'");
                var found = query.executeQuery()) {
            found.next();
            return new Queue(
                    found.getLong(1),
                    found.getLong(2),
                    Optional.ofNullable(found.getObject(3, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant));
        } catch (SQLException e) {
            throw new IllegalStateException("The queue cannot be counted", e);
        }
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
