package io.jikim.retention.systems.application;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.application.port.OperatorDatabases;
import io.jikim.retention.systems.application.port.Systems;
import io.jikim.retention.systems.domain.MappingCheck;
import io.jikim.retention.systems.domain.Person;
import io.jikim.retention.systems.domain.Step;
import io.jikim.retention.systems.domain.WorkPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Use case: how many rows of each table are about a person, without changing anything.
@ApplicationScoped
public class CountRows {
    private final Systems systems;
    private final OperatorDatabases databases;

    public CountRows(Systems systems, OperatorDatabases databases) {
        this.systems = systems;
        this.databases = databases;
    }

    /// Rows of one table that are about the person, and what the mapping would do with them.
    public record Line(String table, String category, String action, long rows) {}

    /// What a whole erasure would meet in a system, and what the mapping does not cover.
    public record DryRun(List<Line> lines, List<String> alarms) {
        public DryRun {
            lines = List.copyOf(lines);
            alarms = List.copyOf(alarms);
        }
    }

    /// Empty for an unknown system. @throws
    /// io.jikim.retention.systems.application.port.SystemUnreachable if it does not answer
    public Optional<DryRun> of(TenantCode tenant, String name, Person person) {
        return systems.find(tenant, name)
                .map(system -> {
                    var mapping = system.mapping();
                    var everything =
                            mapping.tables().stream()
                                    .flatMap(table -> table.abouts().stream())
                                    .map(about -> new Category(about.category()))
                                    .distinct()
                                    .map(c -> PlanLine.whole(c, new Disposition.Erase()))
                                    .toList();
                    var plan = WorkPlan.of(mapping, person.kind(), everything, List.of());
                    try (var session = databases.open(system.login(), mapping)) {
                        var lines = new ArrayList<Line>();
                        for (Step step : plan.steps().reversed()) {
                            lines.add(
                                    new Line(
                                            step.table().name(),
                                            step.about().category(),
                                            step.about().action().name(),
                                            session.count(person, plan, step)));
                        }
                        return new DryRun(lines, MappingCheck.alarms(mapping, session.shape()));
                    }
                });
    }
}
