package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.ErasureTasks;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ErasureTask;
import io.jikim.identity.people.domain.ErasureTask.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tasks kept in a map.
public final class InMemoryErasureTasks implements ErasureTasks {

    private final Map<ErasureTask.Id, ErasureTask> tasks = new LinkedHashMap<>();
    private final Map<CaseId, Instant> opened = new HashMap<>();
    private final Set<ErasureTask.Id> done = new HashSet<>();
    private final Set<ErasureTask.Id> taken = new HashSet<>();

    @Override
    public void add(ErasureTask task, Instant at) {
        tasks.putIfAbsent(task.id(), task);
    }

    @Override
    public void opened(CaseId caseId, Instant at) {
        opened.put(caseId, at);
    }

    @Override
    public Instant openedAt(CaseId caseId) {
        return opened.getOrDefault(caseId, Instant.EPOCH);
    }

    @Override
    public Optional<ErasureTask> claim(ErasureTask.Id id, Instant now) {
        var task = Optional.ofNullable(tasks.get(id)).filter(known -> open(known) && first(known));
        task.ifPresent(known -> taken.add(known.id()));
        return task;
    }

    private boolean open(ErasureTask task) {
        return !done.contains(task.id()) && !taken.contains(task.id());
    }

    private boolean first(ErasureTask task) {
        return tasks.values().stream()
                .takeWhile(other -> !other.id().equals(task.id()))
                .filter(other -> other.ref().equals(task.ref()))
                .filter(other -> way(other) == way(task))
                .allMatch(other -> done.contains(other.id()));
    }

    private static boolean way(ErasureTask task) {
        return task.id().step() == Step.FREEZE_DATA || task.id().step() == Step.ERASE_DATA;
    }

    @Override
    public void deposited(ErasureTask.Id id) {
        tasks.computeIfPresent(
                id, (_, task) -> new ErasureTask(id, task.ref(), task.scope(), true, task.order()));
    }

    @Override
    public void done(ErasureTask.Id id, Instant at) {
        done.add(id);
    }

    @Override
    public void postpone(ErasureTask.Id id, Instant now) {
        taken.remove(id);
    }
}
