package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.AccountTasks;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// The short transactions around the creation of a login account.
@ApplicationScoped
class AccountLedger {

    private final AccountTasks tasks;
    private final InstantSource clock;

    AccountLedger(AccountTasks tasks, InstantSource clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Transactional
    boolean pending(SubjectRef ref) {
        return tasks.pending(ref);
    }

    @Transactional
    void done(SubjectRef ref) {
        tasks.done(ref);
    }

    @Transactional
    void failed(SubjectRef ref) {
        tasks.failed(ref, clock.instant());
    }
}
