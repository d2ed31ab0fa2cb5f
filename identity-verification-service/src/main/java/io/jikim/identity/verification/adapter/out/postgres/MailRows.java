package io.jikim.identity.verification.adapter.out.postgres;

import io.jikim.identity.verification.domain.Mail;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationId;
import io.jikim.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of `mail`.
@ApplicationScoped
class MailRows {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final EntityManager database;
    private final Ids ids;

    MailRows(EntityManager database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    void queue(Verification verification, Instant at) {
        database.createNativeQuery(
                        "insert into mail (id, verification_id, ref, address_index, sequence,"
                                + " due_at, created_at)"
                                + " values (:id, :verification, :ref, :address, :sequence, :at, :at)")
                .setParameter("id", ids.next())
                .setParameter("verification", verification.id().value())
                .setParameter("ref", verification.subject().value())
                .setParameter("address", verification.address().value())
                .setParameter("sequence", verification.sequence())
                .setParameter("at", at)
                .executeUpdate();
    }

    Optional<Mail> claim(UUID id, Instant now) {
        List<?> rows =
                database.createNativeQuery(
                                "update mail set leased_until = :until where id = :id and state ="
                                        + " 'QUEUED' and leased_until < :now returning verification_id,"
                                        + " ref, sequence")
                        .setParameter("until", now.plus(LEASE))
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .getResultList();
        return rows.stream().findFirst().map(row -> mail(id, (Object[]) row));
    }

    private static Mail mail(UUID id, Object[] row) {
        return new Mail(
                id,
                new VerificationId((UUID) row[0]),
                new SubjectRef((UUID) row[1]),
                (Integer) row[2]);
    }

    void close(UUID id, String state, String why, Instant at) {
        database.createNativeQuery(
                        "update mail set state = :state, why = :why, closed_at = :at where id ="
                                + " :id and state = 'QUEUED'")
                .setParameter("state", state)
                .setParameter("why", why)
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate();
    }

    void postpone(UUID id, Instant now) {
        database.createNativeQuery(
                        "update mail set attempts = attempts + 1, leased_until = '-infinity',"
                                + " due_at = cast(:now as timestamptz) + least(60, 2 * power(2, least(attempts, 5))) *"
                                + " interval '1 second' where id = :id")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }
}
