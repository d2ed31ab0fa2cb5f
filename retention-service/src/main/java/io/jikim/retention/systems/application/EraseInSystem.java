package io.jikim.retention.systems.application;

import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.application.port.SystemOutcome.Done;
import io.jikim.retention.erasure.application.port.SystemOutcome.Failed;
import io.jikim.retention.systems.application.port.OperatorDatabases;
import io.jikim.retention.systems.application.port.OperatorSession;
import io.jikim.retention.systems.application.port.SystemRuns;
import io.jikim.retention.systems.application.port.SystemUnreachable;
import io.jikim.retention.systems.application.port.Systems;
import io.jikim.retention.systems.domain.ConnectedSystem;
import io.jikim.retention.systems.domain.MappingCheck;
import io.jikim.retention.systems.domain.Person;
import io.jikim.retention.systems.domain.Tallies;
import io.jikim.retention.systems.domain.WorkPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Use case: an order is carried out in one connected system, in one transaction of that system.
///
/// The way through a crash: archive copies are idempotent; the outcome is stored before the system
/// commits, with the id of that transaction; a repeated order asks the system what became of it.
@ApplicationScoped
public class EraseInSystem {
    private final Systems systems;
    private final SystemRuns runs;
    private final OperatorDatabases databases;
    private final ArchiveCopies archive;

    public EraseInSystem(
            Systems systems, SystemRuns runs, OperatorDatabases databases, ArchiveCopies archive) {
        this.systems = systems;
        this.runs = runs;
        this.databases = databases;
        this.archive = archive;
    }

    /// The outcome of the order; the first one again when it was carried out before and nothing new
    /// is found.
    public SystemOutcome erase(String name, SystemOrder order) {
        var system = systems.find(order.tenant(), name);
        if (system.isEmpty()) {
            return new Failed("unknown-system", true);
        }
        if (order.person().nameNobody()) {
            return runs.find(name, order)
                    .filter(SystemRuns.Run::done)
                    .map(SystemRuns.Run::outcome)
                    .orElseGet(() -> Evidence.ofNobody(system.get(), order));
        }
        var person = Persons.of(order.person());
        if (person.isEmpty()) {
            return new Failed(Persons.UNKNOWN_KIND, false);
        }
        try (var session = databases.open(system.get().login(), system.get().mapping())) {
            var outcome = in(session, system.get(), order, person.get());
            systems.answered(
                    order.tenant(),
                    name,
                    MappingCheck.alarms(system.get().mapping(), session.shape()));
            return outcome;
        } catch (SystemUnreachable e) {
            systems.away(order.tenant(), name, String.valueOf(e.getMessage()));
            return new Failed(String.valueOf(e.getMessage()), true);
        }
    }

    private SystemOutcome in(
            OperatorSession session, ConnectedSystem system, SystemOrder order, Person person) {
        var fit =
                MappingCheck.problems(system.mapping(), session.shape()).stream()
                        .filter(problem -> problem.startsWith("unknown "))
                        .findFirst();
        if (fit.isPresent()) {
            return new Failed("mapping-does-not-fit", true);
        }
        if (order.whole() && WorkPlan.leavesOut(system.mapping(), person.kind(), order.lines())) {
            return new Failed("category-not-in-policy", false);
        }
        var plan =
                WorkPlan.of(
                        system.mapping(),
                        person.kind(),
                        order.lines(),
                        runs.earlier(system.name(), order));
        var first = before(session, system, order);
        return switch (first) {
            case Before.Undecided _ -> new Failed("transaction-undecided", true);
            case Before.Carried(var done) ->
                    session.remains(person, plan).places().isEmpty()
                            ? done
                            : carryOut(session, system, order, person, plan, Optional.of(done));
            case Before.Nothing _ ->
                    carryOut(session, system, order, person, plan, Optional.empty());
        };
    }

    /// What an earlier try of the same order left behind.
    private sealed interface Before {
        record Nothing() implements Before {}

        record Carried(Done outcome) implements Before {}

        record Undecided() implements Before {}
    }

    private Before before(OperatorSession session, ConnectedSystem system, SystemOrder order) {
        var run = runs.find(system.name(), order);
        if (run.isEmpty()) {
            return new Before.Nothing();
        }
        if (run.get().done()) {
            return new Before.Carried(run.get().outcome());
        }
        return switch (session.settled(run.get().transaction())) {
            case COMMITTED -> {
                runs.done(system.name(), order);
                yield new Before.Carried(run.get().outcome());
            }
            case UNDONE, UNKNOWN -> new Before.Nothing();
            case RUNNING -> new Before.Undecided();
        };
    }

    private SystemOutcome carryOut(
            OperatorSession session,
            ConnectedSystem system,
            SystemOrder order,
            Person person,
            WorkPlan plan,
            Optional<Done> first) {
        var tallies = new Tallies();
        first.ifPresent(done -> done.tallies().forEach(tallies::add));
        if (!archive.copy(session, system, order, person, plan, tallies)) {
            return new Failed("archive-copy-differs", true);
        }
        for (var step : plan.steps()) {
            long rows = session.apply(person, plan, step);
            if (!ArchiveCopies.copied(step)) {
                tallies.step(step, rows);
            }
        }
        var outcome = Evidence.of(system, order, tallies);
        runs.prepare(system.name(), order, session.transaction(), outcome);
        session.commit();
        runs.done(system.name(), order);
        return outcome;
    }
}
