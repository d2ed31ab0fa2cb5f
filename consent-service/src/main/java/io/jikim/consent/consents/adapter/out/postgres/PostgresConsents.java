package io.jikim.consent.consents.adapter.out.postgres;

import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.domain.ConsentFact;
import io.jikim.consent.consents.domain.ConsentHistory;
import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.Notice;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.messaging.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Consent histories as rows that are only ever added.
@ApplicationScoped
class PostgresConsents implements Consents, PanacheRepositoryBase<ConsentEntity, UUID> {

    private final Outbox outbox;
    private final AccessRecords accessRecords;

    PostgresConsents(Outbox outbox, AccessRecords accessRecords) {
        this.outbox = outbox;
        this.accessRecords = accessRecords;
    }

    @Override
    public Optional<ConsentRecord> find(ConsentId id) {
        return findByIdOptional(id.value()).map(ConsentEntity::toDomain);
    }

    @Override
    public ConsentHistory historyOf(SubjectRef subject) {
        return new ConsentHistory(
                list("subjectRef = ?1 order by position", subject.value()).stream()
                        .map(ConsentEntity::toDomain)
                        .toList());
    }

    @Override
    public ConsentHistory read(SubjectRef subject, Access access) {
        accessRecords.write(access, "consents", List.of(subject.value()));
        return historyOf(subject);
    }

    @Override
    public void keep(Notice shown) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into notice (digest, purpose, kind, language, text)
                        values (:digest, :purpose, :kind, :language, :text)
                        on conflict do nothing\
                        """)
                .setParameter("digest", shown.digest())
                .setParameter("purpose", shown.purpose())
                .setParameter("kind", shown.kind().name())
                .setParameter("language", shown.language().name())
                .setParameter("text", shown.text())
                .executeUpdate();
    }

    @Override
    public void add(ConsentRecord entry, ConsentFact fact) {
        persist(ConsentEntity.of(entry));
        flush();
        outbox.append(ConsentContracts.of(fact));
    }
}
