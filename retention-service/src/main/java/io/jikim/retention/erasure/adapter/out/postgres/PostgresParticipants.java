package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.time.Ids;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Registered participants, one row each.
@ApplicationScoped
class PostgresParticipants implements Participants, PanacheRepositoryBase<ParticipantEntity, UUID> {
    private final CurrentTenant tenant;
    private final AccessRecords records;
    private final Ids ids;
    private final InstantSource clock;

    PostgresParticipants(
            CurrentTenant tenant, AccessRecords records, Ids ids, InstantSource clock) {
        this.records = records;
        this.tenant = tenant;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Participant> all() {
        return list("retiredAt is null order by name").stream()
                .map(ParticipantEntity::toDomain)
                .toList();
    }

    @Override
    public Optional<Participant> find(ParticipantName name) {
        return row(name).map(ParticipantEntity::toDomain);
    }

    /// A row that is not there yet cannot be locked, so the lock is an advisory one.
    @Override
    public Optional<Participant> claim(ParticipantName name) {
        getEntityManager()
                .createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended(:tenant || '/' || :name, 11))")
                .setParameter("tenant", tenant.get().code())
                .setParameter("name", name.code())
                .getSingleResult();
        return find(name);
    }

    @Override
    public void retire(ParticipantName name, Access access) {
        row(name).ifPresent(row -> row.retire(clock.instant()));
        records.write(access, "participant:" + name.code(), List.of());
    }

    @Override
    public void register(Participant participant, String client) {
        row(participant.name())
                .ifPresentOrElse(
                        row -> row.become(participant, client),
                        () ->
                                persist(
                                        ParticipantEntity.of(
                                                ids.next(),
                                                tenant.get().code(),
                                                participant,
                                                client)));
    }

    @Override
    public Optional<String> client(ParticipantName name) {
        return row(name).flatMap(ParticipantEntity::account);
    }

    private Optional<ParticipantEntity> row(ParticipantName name) {
        return find("name", name.code()).firstResultOptional();
    }
}
