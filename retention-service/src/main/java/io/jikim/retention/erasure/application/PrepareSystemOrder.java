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
import io.jikim.retention.erasure.domain.SystemName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Optional;

/// Use case: what a connected system is to do now, with the holds of this very moment.
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
            return Optional.of(order(ordered));
        }
        return Optional.empty();
    }

    /// The order that a sweep checks: as carried out, whatever is held today.
    @Transactional
    public Optional<SystemOrder> prepareSweep(ErasureId id) {
        return erasures.find(id).orElse(null) instanceof Erasure.Ordered ordered
                ? Optional.of(order(ordered))
                : Optional.empty();
    }

    private SystemOrder order(Erasure.Ordered ordered) {
        var opening = ordered.opening();
        var tenant = opening.tenant();
        return new SystemOrder(
                opening.id(),
                ordered.course().round(),
                tenant,
                opening.subject(),
                person(ordered),
                Plan.underHold(ordered.course().orders(), holds.active(opening.subject())),
                business.instant(tenant.code()).atZone(calendar).toLocalDate());
    }

    private Identifiers person(Erasure.Ordered ordered) {
        Access access = OwnAccess.to("erasure.carry-out");
        return identifiers
                .read(ordered.opening(), access)
                .orElseThrow(() -> new IdentifiersGone(ordered.id(), false));
    }
}
