package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.platform.messaging.Outbox;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Cases as one row each; row-level security shows only those of the current tenant.
@ApplicationScoped
class PostgresErasures implements Erasures, PanacheRepositoryBase<ErasureEntity, UUID> {
    private static final UUID NEWEST = new UUID(-1, -1);
    private final Outbox outbox;

    PostgresErasures(Outbox outbox) {
        this.outbox = outbox;
    }

    // Detached at once, or a later lock would give this state back instead of the locked row's.
    @Override
    public Optional<Erasure> find(ErasureId id) {
        return findByIdOptional(id.value()).map(this::detached);
    }

    @Override
    public Optional<Erasure> lock(ErasureId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(ErasureEntity::toDomain);
    }

    @Override
    public boolean open(Erasure.Opened erasure, ErasureFact.Opened fact) {
        var opening = erasure.opening();
        var known =
                count("subject = ?1 and trigger = ?2", opening.subject().value(), opening.trigger())
                        > 0;
        if (known) {
            return false;
        }
        persist(ErasureEntity.of(erasure));
        outbox.append(RetentionContracts.of(fact));
        return true;
    }

    @Override
    public void save(Erasure erasure, List<ErasureFact> facts, @Nullable Duration recheck) {
        findById(erasure.id().value()).become(erasure, facts, recheck);
        facts.stream().map(RetentionContracts::of).forEach(outbox::append);
    }

    @Override
    public void postpone(ErasureId id, Turn turn, Duration time) {
        var column =
                switch (turn) {
                    case WORK -> "recheck_at";
                    case NAMING -> "name_again_at";
                };
        getEntityManager()
                .createNativeQuery(
                        "update erasure set "
                                + column
                                + " = now() + :seconds * interval '1 second' where id = :id")
                .setParameter("seconds", time.toMillis() / 1000.0)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    @Override
    public boolean isOverdue(ErasureId id) {
        return count("id = ?1 and overdueAt is not null", id.value()) > 0;
    }

    @Override
    public List<Erasure> ofSubject(SubjectId subject) {
        return list("subject = ?1 order by id desc", subject.value()).stream()
                .map(this::detached)
                .toList();
    }

    @Override
    public List<Erasure> list(@Nullable SubjectId subject, @Nullable ErasureId before, int limit) {
        var from = before == null ? NEWEST : before.value();
        var found =
                subject == null
                        ? find("id < ?1 order by id desc", from)
                        : find("id < ?1 and subject = ?2 order by id desc", from, subject.value());
        return found.page(0, limit).list().stream().map(this::detached).toList();
    }

    private Erasure detached(ErasureEntity row) {
        getEntityManager().detach(row);
        return row.toDomain();
    }
}
