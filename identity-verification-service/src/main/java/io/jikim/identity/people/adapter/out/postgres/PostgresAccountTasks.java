package io.jikim.identity.people.adapter.out.postgres;

import io.jikim.identity.people.application.port.AccountTasks;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/// Login accounts to be created, one row each.
@ApplicationScoped
class PostgresAccountTasks implements AccountTasks {

    private final EntityManager database;

    PostgresAccountTasks(EntityManager database) {
        this.database = database;
    }

    @Override
    public void add(SubjectRef ref, Instant at) {
        database.createNativeQuery(
                        "insert into account_task (ref, due_at, created_at)"
                                + " values (:ref, :at, :at) on conflict do nothing")
                .setParameter("ref", ref.value())
                .setParameter("at", at)
                .executeUpdate();
    }

    @Override
    public boolean pending(SubjectRef ref) {
        return !database.createNativeQuery(
                        "select 1 from account_task join person using (ref)"
                                + " where ref = :ref and case_id is null")
                .setParameter("ref", ref.value())
                .getResultList()
                .isEmpty();
    }

    @Override
    public void done(SubjectRef ref) {
        database.createNativeQuery("delete from account_task where ref = :ref")
                .setParameter("ref", ref.value())
                .executeUpdate();
    }

    @Override
    public void failed(SubjectRef ref, Instant at) {
        database.createNativeQuery(
                        "update account_task set attempts = attempts + 1,"
                                + " due_at = cast(:at as timestamptz) + least(60, power(2, least(attempts, 6))) * interval"
                                + " '1 second' where ref = :ref")
                .setParameter("ref", ref.value())
                .setParameter("at", at)
                .executeUpdate();
    }
}
