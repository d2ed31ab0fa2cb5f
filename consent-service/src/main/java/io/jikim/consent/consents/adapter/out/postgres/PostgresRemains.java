package io.jikim.consent.consents.adapter.out.postgres;

import io.jikim.consent.consents.application.port.Remains;
import io.jikim.consent.consents.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/// Deletes a person's rows from every table that has any; whoever adds a table adds it here.
@ApplicationScoped
class PostgresRemains implements Remains {

    private final EntityManager database;

    PostgresRemains(EntityManager database) {
        this.database = database;
    }

    @Override
    public long eraseConsents(SubjectRef subject) {
        return run("delete from consent where subject_ref = :subject", subject);
    }

    @Override
    public long eraseRequests(SubjectRef subject) {
        return run("delete from correction where subject_ref = :subject", subject);
    }

    @Override
    public long eraseMembership(SubjectRef subject, UUID caseId) {
        database.createNativeQuery(
                        """
                        insert into erased
                            (subject_ref, case_id, termination, policy_version, terminated_at)
                        select subject_ref, :caseId, termination, policy_version, terminated_at
                        from membership where subject_ref = :subject
                        on conflict do nothing\
                        """)
                .setParameter("subject", subject.value())
                .setParameter("caseId", caseId)
                .executeUpdate();
        run("delete from frozen where subject_ref = :subject", subject);
        return run("delete from membership where subject_ref = :subject", subject);
    }

    private long run(String sql, SubjectRef subject) {
        return database.createNativeQuery(sql)
                .setParameter("subject", subject.value())
                .executeUpdate();
    }
}
