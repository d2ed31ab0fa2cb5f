package io.jikim.retention.systems.application;

import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemSweep;
import io.jikim.retention.systems.application.port.OperatorDatabases;
import io.jikim.retention.systems.application.port.SystemRuns;
import io.jikim.retention.systems.application.port.SystemUnreachable;
import io.jikim.retention.systems.application.port.Systems;
import io.jikim.retention.systems.domain.WorkPlan;
import jakarta.enterprise.context.ApplicationScoped;

/// Use case: look, over a fresh connection, whether what an order should have removed is gone.
@ApplicationScoped
public class LookForPerson {
    private final Systems systems;
    private final SystemRuns runs;
    private final OperatorDatabases databases;

    public LookForPerson(Systems systems, SystemRuns runs, OperatorDatabases databases) {
        this.systems = systems;
        this.runs = runs;
        this.databases = databases;
    }

    /// Where no identifier is left nothing is looked through, and 0 tables and columns are said.
    public SystemSweep sweep(String name, SystemOrder order) {
        var system = systems.find(order.tenant(), name);
        if (system.isEmpty()) {
            return new SystemSweep.Unreachable("unknown-system");
        }
        var mapping = system.get().mapping();
        if (order.person().nameNobody()) {
            return new SystemSweep.Clean(0, 0);
        }
        var found = Persons.of(order.person());
        if (found.isEmpty()) {
            return new SystemSweep.Unreachable(Persons.UNKNOWN_KIND);
        }
        var person = found.get();
        try (var session = databases.open(system.get().login(), mapping)) {
            var plan =
                    WorkPlan.of(mapping, person.kind(), order.lines(), runs.earlier(name, order));
            var remains = session.remains(person, plan);
            return remains.places().isEmpty()
                    ? new SystemSweep.Clean(remains.tables(), remains.columns())
                    : new SystemSweep.Found(remains.places());
        } catch (SystemUnreachable e) {
            systems.away(order.tenant(), name, String.valueOf(e.getMessage()));
            return new SystemSweep.Unreachable(String.valueOf(e.getMessage()));
        }
    }
}
