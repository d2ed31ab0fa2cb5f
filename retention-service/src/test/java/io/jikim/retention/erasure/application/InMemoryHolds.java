package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.DestructionGuard;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldFact;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

class InMemoryHolds implements Holds, DestructionGuard {
    private final Map<HoldId, Hold> stored = new LinkedHashMap<>();
    private final List<HoldFact> facts = new ArrayList<>();
    private boolean guarded;

    @Override
    public Map<Category, HoldId> guard(SubjectId subject) {
        refuseInsideGuard();
        return active(subject);
    }

    @Override
    public void lock(SubjectId subject) {
        refuseInsideGuard();
    }

    @Override
    public Map<Category, HoldId> active(SubjectId subject) {
        var held = new LinkedHashMap<Category, HoldId>();
        for (var hold : stored.values()) {
            if (hold.isActive() && hold.subject().equals(subject)) {
                hold.categories().forEach(category -> held.putIfAbsent(category, hold.id()));
            }
        }
        return held;
    }

    @Override
    public Optional<Hold> find(HoldId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public List<Hold> allActive() {
        return stored.values().stream().filter(Hold::isActive).toList();
    }

    @Override
    public void save(Hold hold, HoldFact fact) {
        stored.put(hold.id(), hold);
        facts.add(fact);
    }

    @Override
    public List<Hold> ofSubject(SubjectId subject) {
        return stored.values().stream().filter(hold -> hold.subject().equals(subject)).toList();
    }

    @Override
    public <T> T whileHoldsStand(SubjectId subject, Supplier<T> work) {
        guarded = true;
        try {
            return work.get();
        } finally {
            guarded = false;
        }
    }

    /// Brings back what is stored now.
    Runnable copy() {
        var holds = new LinkedHashMap<>(stored);
        var told = List.copyOf(facts);
        return () -> {
            stored.clear();
            stored.putAll(holds);
            facts.clear();
            facts.addAll(told);
        };
    }

    List<HoldFact> facts() {
        return facts;
    }

    private void refuseInsideGuard() {
        if (guarded) {
            throw new AssertionError("would wait for itself");
        }
    }
}
