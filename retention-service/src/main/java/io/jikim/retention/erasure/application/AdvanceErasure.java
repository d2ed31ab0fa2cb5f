package io.jikim.retention.erasure.application;

import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.Part;
import io.jikim.retention.erasure.domain.Plan;
import io.jikim.retention.erasure.domain.SystemName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Use case: a case goes as far as it can by itself, and says what has to be done outside of its
/// transaction.
@ApplicationScoped
public class AdvanceErasure {
    private final Erasures erasures;
    private final SealedIdentifiers identifiers;
    private final Policies policies;
    private final DrawPlan draw;
    private final Holds holds;
    private final BusinessClock business;
    private final InstantSource clock;
    private final Deadlines deadlines;
    private final LookAgain again;

    AdvanceErasure(
            Erasures erasures,
            SealedIdentifiers identifiers,
            Policies policies,
            DrawPlan draw,
            Holds holds,
            BusinessClock business,
            InstantSource clock,
            Deadlines deadlines,
            LookAgain again) {
        this.erasures = erasures;
        this.identifiers = identifiers;
        this.policies = policies;
        this.draw = draw;
        this.holds = holds;
        this.business = business;
        this.clock = clock;
        this.deadlines = deadlines;
        this.again = again;
    }

    /// Holds of the subject stand still while it is decided what is destroyed.
    ///
    /// @throws UnknownErasure if the tenant has no such case
    @Transactional
    public Next advance(ErasureId id) {
        var subject =
                erasures.find(id).orElseThrow(() -> new UnknownErasure(id)).opening().subject();
        var held = holds.guard(subject);
        var before = erasures.lock(id).orElseThrow(() -> new UnknownErasure(id));
        var facts = new ArrayList<ErasureFact>();
        var after = asFarAsPossible(before, held, facts);
        var next = next(after);
        erasures.save(
                after, facts, next instanceof Next.Wait ? restart(after) : again.after(after));
        return next;
    }

    private Erasure asFarAsPossible(
            Erasure erasure, Map<Category, HoldId> held, List<ErasureFact> facts) {
        var reached = erasure;
        for (var step = step(reached, held, facts);
                step.isPresent();
                step = step(reached, held, facts)) {
            reached = step.get();
        }
        return reached;
    }

    private Optional<Erasure> step(
            Erasure erasure, Map<Category, HoldId> held, List<ErasureFact> facts) {
        return switch (erasure) {
            case Erasure.Opened opened ->
                    identifiers.isDeposited(opened.id())
                            ? Optional.of(opened.freeze())
                            : Optional.empty();
            case Erasure.Frozen frozen -> plan(frozen, held);
            case Erasure.Planned planned -> order(planned, held, facts);
            case Erasure.Ordered ordered ->
                    ordered.parts().isSettled()
                            ? orderOwed(ordered, held, facts)
                            : Optional.empty();
            case Erasure.Certified certified -> orderOwed(certified, held, facts);
            case Erasure.Verified _, Erasure.Informed _ -> Optional.empty();
        };
    }

    private Optional<Erasure> plan(Erasure.Frozen frozen, Map<Category, HoldId> held) {
        return policies.current()
                .map(rules -> frozen.plan(draw.of(rules, frozen, held), rules.restoreDays()));
    }

    private Optional<Erasure> order(
            Erasure.Planned planned, Map<Category, HoldId> held, List<ErasureFact> facts) {
        if (planned.waits(business.instant(planned.opening().tenant().code()))) {
            return Optional.empty();
        }
        var rules = policies.current().orElseThrow();
        var ordered = planned.order(draw.of(rules, planned, held), clock.instant());
        facts.add(announce(ordered));
        return Optional.of(ordered);
    }

    private <S extends Erasure & Erasure.Holding> Optional<Erasure> orderOwed(
            S erasure, Map<Category, HoldId> held, List<ErasureFact> facts) {
        var owed = erasure.owed(held.keySet());
        if (owed.isEmpty()) {
            return Optional.empty();
        }
        var rules = policies.current().orElseThrow();
        var plan = Plan.again(rules, erasure.opening().scope(), held, erasure.course().plan());
        var deadline =
                business.instant(erasure.opening().tenant().code()).plus(deadlines.erasure());
        var ordered = erasure.orderOwed(owed, plan, clock.instant(), deadline);
        facts.add(announce(ordered));
        return Optional.of(ordered);
    }

    private ErasureFact announce(Erasure.Ordered ordered) {
        return new ErasureFact.Ordered(
                ordered.opening(),
                ordered.course().round(),
                ordered.course().orders(),
                clock.instant());
    }

    /// A plan without rules or before the end of its restore window is looked at again; everything
    /// else is woken by an answer.
    private @Nullable Duration restart(Erasure erasure) {
        return switch (erasure) {
            case Erasure.Frozen _ -> again.after(erasure);
            case Erasure.Planned planned -> left(planned);
            case Erasure.Opened _,
                    Erasure.Ordered _,
                    Erasure.Verified _,
                    Erasure.Informed _,
                    Erasure.Certified _ ->
                    null;
        };
    }

    private Duration left(Erasure.Planned planned) {
        return Duration.between(
                business.instant(planned.opening().tenant().code()), planned.from());
    }

    private static Next next(Erasure erasure) {
        return switch (erasure) {
            case Erasure.Opened _, Erasure.Frozen _, Erasure.Planned _, Erasure.Certified _ ->
                    new Next.Wait();
            case Erasure.Ordered ordered when ordered.parts().isSettled() -> new Next.Sweep();
            case Erasure.Ordered ordered -> systems(ordered);
            case Erasure.Verified _ -> new Next.Inform();
            case Erasure.Informed _ -> new Next.Certify();
        };
    }

    private static Next systems(Erasure.Ordered ordered) {
        var names =
                ordered.parts().all().stream()
                        .filter(part -> !part.isSettled())
                        .map(Part::participant)
                        .flatMap(name -> SystemName.of(name).stream())
                        .toList();
        return names.isEmpty() ? new Next.Wait() : new Next.Systems(names);
    }
}
