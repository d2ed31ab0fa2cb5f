package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SubjectId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class InMemoryErasures implements Erasures {
    private final Map<ErasureId, Erasure> stored = new LinkedHashMap<>();
    private final Map<ErasureId, Duration> rechecks = new LinkedHashMap<>();
    private final List<ErasureFact> facts = new ArrayList<>();

    @Override
    public Optional<Erasure> find(ErasureId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public Optional<Erasure> lock(ErasureId id) {
        return find(id);
    }

    @Override
    public boolean open(Erasure.Opened erasure, ErasureFact.Opened fact) {
        var opening = erasure.opening();
        var known =
                stored.values().stream()
                        .map(Erasure::opening)
                        .anyMatch(other ->
                                other.subject().equals(opening.subject())
                                        && other.trigger().equals(opening.trigger()));
        if (!known) {
            stored.put(erasure.id(), erasure);
            facts.add(fact);
        }
        return !known;
    }

    @Override
    public void save(Erasure erasure, List<ErasureFact> news, Duration recheck) {
        stored.put(erasure.id(), erasure);
        facts.addAll(news);
        if (recheck == null) {
            rechecks.remove(erasure.id());
        } else {
            rechecks.put(erasure.id(), recheck);
        }
    }

    @Override
    public void postpone(ErasureId id, Turn turn, Duration time) {
        switch (turn) {
            case WORK -> rechecks.put(id, time);
            case NAMING -> {}
        }
    }

    @Override
    public boolean isOverdue(ErasureId id) {
        var named = false;
        for (var fact : facts) {
            named =
                    switch (fact) {
                        case ErasureFact.Overdue overdue ->
                                named || overdue.opening().id().equals(id);
                        case ErasureFact.Ordered ordered ->
                                named
                                        && !(ordered.opening().id().equals(id)
                                                && ordered.round() > 1);
                        case ErasureFact.Opened _, ErasureFact.Certified _ -> named;
                    };
        }
        return named;
    }

    @Override
    public List<Erasure> ofSubject(SubjectId subject) {
        return stored.values().stream()
                .filter(erasure -> erasure.opening().subject().equals(subject))
                .toList();
    }

    @Override
    public List<Erasure> list(SubjectId subject, ErasureId before, int limit) {
        return stored.values().stream()
                .filter(e -> subject == null || e.opening().subject().equals(subject))
                .filter(e -> before == null || e.id().value().compareTo(before.value()) < 0)
                .sorted((one, other) -> other.id().value().compareTo(one.id().value()))
                .limit(limit)
                .toList();
    }

    /// Brings back what is stored now.
    Runnable copy() {
        var cases = new LinkedHashMap<>(stored);
        var waiting = new LinkedHashMap<>(rechecks);
        var told = List.copyOf(facts);
        return () -> {
            stored.clear();
            stored.putAll(cases);
            rechecks.clear();
            rechecks.putAll(waiting);
            facts.clear();
            facts.addAll(told);
        };
    }

    Erasure newest() {
        return List.copyOf(stored.values()).getLast();
    }

    List<ErasureFact> facts() {
        return facts;
    }

    Map<ErasureId, Duration> rechecks() {
        return rechecks;
    }
}
