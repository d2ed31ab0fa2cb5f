package io.jikim.identity.verification.adapter.out.postgres;

import io.jikim.identity.verification.adapter.out.postgres.VerificationEntity.Stage;
import io.jikim.identity.verification.application.port.Verifications;
import io.jikim.identity.verification.domain.AddressIndex;
import io.jikim.identity.verification.domain.Budget;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationFact;
import io.jikim.identity.verification.domain.VerificationId;
import io.jikim.platform.messaging.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Verifications, one row each; every change but the first is one guarded update.
@ApplicationScoped
class PostgresVerifications
        implements Verifications, PanacheRepositoryBase<VerificationEntity, UUID> {

    private static final String BUDGET =
            """
            select count(*) filter (where m.created_at > cast(:now as timestamptz) - interval '1 hour'),
                   count(*),
                   max(m.created_at),
                   (select coalesce(sum(v.tries - case v.state when 'VERIFIED' then 1 else 0 end), 0)
                      from verification v
                     where v.address_index = :address and v.started_at > cast(:now as timestamptz) - interval '1 day')
              from mail m
             where m.address_index = :address and m.created_at > cast(:now as timestamptz) - interval '1 day'
            """;

    private final MailRows mails;
    private final Outbox outbox;

    PostgresVerifications(MailRows mails, Outbox outbox) {
        this.mails = mails;
        this.outbox = outbox;
    }

    @Override
    public void add(Verification verification, VerificationFact.Started fact) {
        persist(VerificationEntity.of(verification, fact.at()));
        flush();
        mails.queue(verification, fact.at());
        outbox.append(VerificationContracts.of(fact));
    }

    @Override
    public Optional<Verification> find(VerificationId id) {
        return findByIdOptional(id.value()).map(VerificationEntity::toDomain);
    }

    @Override
    public Optional<Verification> take(VerificationId id) {
        var row = Optional.ofNullable(findById(id.value(), LockModeType.PESSIMISTIC_WRITE));
        // what this transaction read before it had the lock may be old
        row.ifPresent(getEntityManager()::refresh);
        return row.map(VerificationEntity::toDomain);
    }

    @Override
    public List<Verification> pending(SubjectRef subject) {
        return list("ref = ?1 and state = ?2", subject.value(), Stage.PENDING).stream()
                .map(VerificationEntity::toDomain)
                .toList();
    }

    @Override
    public void resend(Verification verification, Instant at) {
        int changed =
                update(
                        "sequence = :sequence where id = :id and state = :pending",
                        Map.of(
                                "sequence",
                                verification.sequence(),
                                "id",
                                verification.id().value(),
                                "pending",
                                Stage.PENDING));
        if (changed == 1) {
            mails.queue(verification, at);
        }
    }

    @Override
    public boolean countTry(VerificationId id, Instant at) {
        return update(
                        "tries = tries + 1 where id = :id and state = :pending and expiresAt > :at"
                                + " and tries < :most",
                        Map.of(
                                "id",
                                id.value(),
                                "pending",
                                Stage.PENDING,
                                "at",
                                at,
                                "most",
                                Verification.MAX_TRIES))
                == 1;
    }

    @Override
    public boolean close(Verification verification, VerificationFact fact) {
        int changed =
                update(
                        "state = :state, closedAt = :at where id = :id and state = :pending",
                        Map.of(
                                "state",
                                VerificationEntity.stage(verification.state()),
                                "at",
                                fact.at(),
                                "id",
                                verification.id().value(),
                                "pending",
                                Stage.PENDING));
        if (changed == 1) {
            outbox.append(VerificationContracts.of(fact));
        }
        return changed == 1;
    }

    @Override
    public Budget budget(AddressIndex address, Instant at) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:address, 0)) as text)")
                .setParameter("address", address.value())
                .getSingleResult();
        var row =
                (Object[])
                        getEntityManager()
                                .createNativeQuery(BUDGET)
                                .setParameter("address", address.value())
                                .setParameter("now", at)
                                .getSingleResult();
        return new Budget(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).intValue(),
                ((Number) row[3]).intValue(),
                Optional.ofNullable((Instant) row[2]));
    }
}
