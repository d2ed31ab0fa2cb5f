package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.ErasureTasks;
import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.ErasureTask.Step;
import io.jikim.identity.people.domain.Scope;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Use case: an erasure case was opened. Reads stop with this commit; what needs another system is
/// left as tasks.
@ApplicationScoped
public class StopProcessing {

    private final People people;
    private final ErasureTasks tasks;
    private final InstantSource clock;

    public StopProcessing(People people, ErasureTasks tasks, InstantSource clock) {
        this.people = people;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// @param opened when the case says that it was opened
    /// @return the tasks that are due now
    @Transactional
    public List<ErasureTask.Id> stop(CaseId caseId, SubjectRef ref, Scope scope, Instant opened) {
        var due = new ArrayList<ErasureTask.Id>();
        add(ErasureTask.freezing(caseId, ref, scope, Step.FREEZE_DATA), due);
        if (scope == Scope.MEMBERSHIP) {
            people.freeze(ref, caseId, clock.instant());
            add(ErasureTask.freezing(caseId, ref, scope, Step.BLOCK_ACCOUNT), due);
        }
        tasks.opened(caseId, opened);
        return List.copyOf(due);
    }

    private void add(ErasureTask task, List<ErasureTask.Id> due) {
        tasks.add(task, clock.instant());
        due.add(task.id());
    }
}
