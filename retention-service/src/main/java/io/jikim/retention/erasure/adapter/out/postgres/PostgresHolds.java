package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.messaging.Outbox;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldFact;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Legal holds, one row each, and the subject's lock for as long as a transaction lasts.
@ApplicationScoped
class PostgresHolds implements Holds, PanacheRepositoryBase<HoldEntity, UUID> {
    private static final String SHARED =
            SubjectLock.call("pg_advisory_xact_lock_shared", ":tenant", ":subject");
    private static final String ALONE =
            SubjectLock.call("pg_advisory_xact_lock", ":tenant", ":subject");

    private static final String NOT_IN_TIME = "55P03";

    private final CurrentTenant tenant;
    private final Outbox outbox;
    private final Duration patience;

    PostgresHolds(
            CurrentTenant tenant,
            Outbox outbox,
            @ConfigProperty(name = "jikim.retention.hold-patience") Duration patience) {
        this.tenant = tenant;
        this.outbox = outbox;
        this.patience = patience;
    }

    @Override
    public Map<Category, HoldId> guard(SubjectId subject) {
        take(SHARED, subject);
        return active(subject);
    }

    @Override
    public void lock(SubjectId subject) {
        getEntityManager()
                .createNativeQuery("select set_config('lock_timeout', :patience, true)")
                .setParameter("patience", patience.toMillis() + "ms")
                .getSingleResult();
        try {
            take(ALONE, subject);
        } catch (PersistenceException e) {
            throw isNotInTime(e) ? new BeingDestroyed(e) : e;
        }
    }

    private static boolean isNotInTime(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof SQLException sql && NOT_IN_TIME.equals(sql.getSQLState()));
    }

    @Override
    public Map<Category, HoldId> active(SubjectId subject) {
        var held = new TreeMap<Category, HoldId>();
        list("subject = ?1 and releasedAt is null order by id", subject.value()).stream()
                .map(HoldEntity::toDomain)
                .forEach(hold ->
                        hold.categories()
                                .forEach(category -> held.putIfAbsent(category, hold.id())));
        return held;
    }

    @Override
    public Optional<Hold> find(HoldId id) {
        return findByIdOptional(id.value()).map(this::detached);
    }

    @Override
    public List<Hold> allActive() {
        return list("releasedAt is null").stream().map(HoldEntity::toDomain).toList();
    }

    @Override
    public void save(Hold hold, HoldFact fact) {
        switch (fact) {
            case HoldFact.Placed _ -> persist(HoldEntity.of(tenant.get().code(), hold));
            case HoldFact.Released _ -> findById(hold.id().value()).become(hold);
        }
        outbox.append(RetentionContracts.of(fact));
    }

    @Override
    public List<Hold> ofSubject(SubjectId subject) {
        return list("subject = ?1 order by id desc", subject.value()).stream()
                .map(HoldEntity::toDomain)
                .toList();
    }

    private void take(String lock, SubjectId subject) {
        getEntityManager()
                .createNativeQuery(lock)
                .setParameter("tenant", tenant.get().code())
                .setParameter("subject", SubjectLock.text(subject))
                .getResultList();
    }

    // Read anew after the lock: what it said before may have changed meanwhile.
    private Hold detached(HoldEntity row) {
        getEntityManager().detach(row);
        return row.toDomain();
    }
}
