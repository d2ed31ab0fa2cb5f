package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.ConnectedSystems;
import io.jikim.retention.erasure.application.port.DestructionGuard;
import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.SystemName;
import jakarta.enterprise.context.ApplicationScoped;

/// Use case: a connected system carries out what a case orders while no hold can come in between.
@ApplicationScoped
public class CarryOutOrder {
    private final DestructionGuard guard;
    private final PrepareSystemOrder prepare;
    private final ConnectedSystems systems;
    private final RecordSystemOutcome record;

    CarryOutOrder(
            DestructionGuard guard,
            PrepareSystemOrder prepare,
            ConnectedSystems systems,
            RecordSystemOutcome record) {
        this.guard = guard;
        this.prepare = prepare;
        this.systems = systems;
        this.record = record;
    }

    /// True if the system has answered for good; false if it could not and is tried again later.
    public boolean carryOut(ErasureId id, SubjectId subject, SystemName system) {
        return guard.whileHoldsStand(subject, () -> guarded(id, system));
    }

    private boolean guarded(ErasureId id, SystemName system) {
        var order = prepare.prepare(id, system);
        if (order.isEmpty()) {
            return true;
        }
        var outcome = systems.erase(system, order.get());
        record.record(system, order.get(), outcome);
        return outcome instanceof SystemOutcome.Done;
    }
}
