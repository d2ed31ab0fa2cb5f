package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.ConnectedSystems;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.application.port.SystemSweep;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Level;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.Residue;
import io.jikim.retention.erasure.domain.SystemName;
import io.jikim.retention.erasure.domain.Tally;
import io.jikim.retention.erasure.domain.TenantCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Systems with so many records per category; remembers what it was ordered.
class InMemorySystems implements ConnectedSystems {
    private record Asked(SystemName system, Object erasure, int round) {}

    final Map<SystemName, Map<Category, Long>> live = new LinkedHashMap<>();
    final Map<Category, Long> destroyed = new TreeMap<>();
    private final Map<Asked, SystemOutcome> answered = new HashMap<>();
    final List<SystemOrder> orders = new ArrayList<>();
    final List<SystemOrder> swept = new ArrayList<>();
    String awayBecause;
    Consumer<SystemOrder> before = _ -> {};

    void connect(SystemName name, Map<Category, Long> records) {
        live.put(name, new TreeMap<>(records));
    }

    /// Brings back what we know of the runs; what a system has destroyed stays destroyed.
    Runnable copy() {
        var runs = new HashMap<>(answered);
        return () -> {
            answered.clear();
            answered.putAll(runs);
        };
    }

    @Override
    public List<SystemName> of(TenantCode tenant) {
        return List.copyOf(live.keySet());
    }

    @Override
    public SystemOutcome erase(SystemName system, SystemOrder order) {
        before.accept(order);
        if (awayBecause != null) {
            return new SystemOutcome.Failed(awayBecause, true);
        }
        return answered.computeIfAbsent(
                new Asked(system, order.erasure(), order.round()), _ -> carryOut(system, order));
    }

    private SystemOutcome carryOut(SystemName system, SystemOrder order) {
        orders.add(order);
        var tallies = order.lines().stream().map(line -> carryOut(system, line)).toList();
        return new SystemOutcome.Done(
                tallies, Level.L1, List.of(new Residue("backups", order.today())), "evidence");
    }

    private Tally carryOut(SystemName system, PlanLine line) {
        var outcome = World.outcome(line);
        var records = live.get(system);
        var count = records.getOrDefault(line.category(), 0L);
        return switch (outcome) {
            case ERASED, ANONYMISED, ARCHIVED -> {
                records.remove(line.category());
                destroyed.merge(line.category(), count, Long::sum);
                yield Tally.of(line.category(), outcome, count);
            }
            case HELD, KEPT, RETAINED -> Tally.of(line.category(), outcome, count);
        };
    }

    @Override
    public SystemSweep sweep(SystemName system, SystemOrder order) {
        if (awayBecause != null) {
            return new SystemSweep.Unreachable(awayBecause);
        }
        swept.add(order);
        var found =
                order.lines().stream()
                        .filter(line -> World.outcome(line).isDestruction())
                        .map(PlanLine::category)
                        .filter(live.get(system)::containsKey)
                        .map(Category::code)
                        .toList();
        return found.isEmpty() ? new SystemSweep.Clean(3, 9) : new SystemSweep.Found(found);
    }
}
