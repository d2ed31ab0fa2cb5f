package io.jikim.consent.consents.adapter.out.postgres;

import io.jikim.consent.consents.application.port.Freezes;
import io.jikim.consent.consents.domain.Freeze;
import io.jikim.consent.consents.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/// Freezes as rows, one per case.
@ApplicationScoped
class PostgresFreezes implements Freezes {

    private final EntityManager database;

    PostgresFreezes(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<Freeze> of(SubjectRef subject) {
        return database.unwrap(Session.class)
                .createNativeQuery(
                        "select case_id, purpose from frozen where subject_ref = :subject",
                        Tuple.class)
                .setParameter("subject", subject.value())
                .getResultStream()
                .map(row -> freeze(row, subject))
                .toList();
    }

    @Override
    public void add(Freeze freeze) {
        database.createNativeQuery(
                        """
                        insert into frozen (case_id, subject_ref, purpose)
                        values (:caseId, :subject, :purpose)
                        on conflict do nothing\
                        """)
                .setParameter("caseId", freeze.caseId())
                .setParameter("subject", freeze.subject().value())
                .setParameter("purpose", freeze.purpose())
                .executeUpdate();
    }

    @Override
    public void lift(UUID caseId) {
        database.createNativeQuery(
                        "delete from frozen where case_id = :caseId and purpose is not null")
                .setParameter("caseId", caseId)
                .executeUpdate();
    }

    @Override
    public boolean erased(SubjectRef subject) {
        return !database.createNativeQuery("select 1 from erased where subject_ref = :subject")
                .setParameter("subject", subject.value())
                .getResultList()
                .isEmpty();
    }

    private static Freeze freeze(Tuple row, SubjectRef subject) {
        return new Freeze(
                row.get("case_id", UUID.class), subject, row.get("purpose", String.class));
    }
}
