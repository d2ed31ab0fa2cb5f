package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.ErasureTasks;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ErasureOrder;
import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.ErasureTask.Step;
import io.jikim.identity.people.domain.Scope;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/// Use case: retention-service has ordered what is to be erased; it is noted as tasks.
///
/// The login account goes with the first round, because no law and no hold keeps a way to log in. A
/// later round looks for it again: whoever is asked answers every round.
@ApplicationScoped
public class AcceptOrder {

    private final ErasureTasks tasks;
    private final InstantSource clock;

    public AcceptOrder(ErasureTasks tasks, InstantSource clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /// @return the tasks that are due now
    @Transactional
    public List<ErasureTask.Id> accept(CaseId caseId, SubjectRef ref, ErasureOrder order) {
        var steps =
                order.scope() == Scope.MEMBERSHIP
                        ? List.of(Step.ERASE_DATA, Step.DELETE_ACCOUNT)
                        : List.of(Step.ERASE_DATA);
        var due =
                steps.stream().map(step -> ErasureTask.ordered(caseId, ref, order, step)).toList();
        due.forEach(task -> tasks.add(task, clock.instant()));
        return due.stream().map(ErasureTask::id).toList();
    }
}
