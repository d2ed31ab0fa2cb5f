package io.jikim.retention.erasure.application;

import io.jikim.platform.access.Access;
import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.Plan;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SystemName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Use case: what a connected system is to do now, with the holds of this very moment, or what it
/// should have done.
@ApplicationScoped
public class PrepareSystemOrder {
    private final Erasures erasures;
    private final SealedIdentifiers identifiers;
    private final Holds holds;
    private final BusinessClock business;
    private final ZoneId calendar;

    PrepareSystemOrder(
            Erasures erasures,
            SealedIdentifiers identifiers,
            Holds holds,
            BusinessClock business,
            ZoneId calendar) {
        this.erasures = erasures;
        this.identifiers = identifiers;
        this.holds = holds;
        this.business = business;
        this.calendar = calendar;
    }

    /// Empty if the system owes nothing any more.
    @Transactional
    public Optional<SystemOrder> prepare(ErasureId id, SystemName system) {
        if (erasures.find(id).orElse(null) instanceof Erasure.Ordered ordered
                && ordered.parts()
                        .find(system.participant())
                        .filter(part -> !part.isSettled())
                        .isPresent()) {
            var held = holds.active(ordered.opening().subject());
            return Optional.of(order(ordered, Plan.underHold(ordered.course().orders(), held)));
        }
        return Optional.empty();
    }

    /// What a sweep looks for in each system: the orders as they were carried out, whatever is held
    /// or released today. What a system answered to be held is still there.
    @Transactional
    public Map<SystemName, SystemOrder> prepareSweep(ErasureId id) {
        if (!(erasures.find(id).orElse(null) instanceof Erasure.Ordered ordered)) {
            return Map.of();
        }
        var parts =
                ordered.parts().all().stream()
                        .filter(part -> SystemName.of(part.participant()).isPresent())
                        .toList();
        if (parts.isEmpty()) {
            return Map.of();
        }
        var whole = order(ordered, ordered.course().orders());
        var orders = new LinkedHashMap<SystemName, SystemOrder>();
        for (var part : parts) {
            orders.put(
                    SystemName.of(part.participant()).orElseThrow(),
                    whole.without(part.heldCategories()));
        }
        return orders;
    }

    private SystemOrder order(Erasure.Ordered ordered, List<PlanLine> lines) {
        var opening = ordered.opening();
        var tenant = opening.tenant();
        return new SystemOrder(
                opening.id(),
                ordered.course().round(),
                tenant,
                opening.subject(),
                person(ordered),
                lines,
                opening.scope() instanceof Scope.Membership && ordered.course().round() <= 1,
                business.instant(tenant.code()).atZone(calendar).toLocalDate());
    }

    private Identifiers person(Erasure.Ordered ordered) {
        Access access = OwnAccess.to("erasure.carry-out");
        return identifiers
                .read(ordered.opening(), access)
                .orElseThrow(() -> new IdentifiersGone(ordered.id(), false));
    }
}
