package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.ConnectedSystems;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemSweep;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SystemName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/// Use case: after the last answer, look into every connected system whether it is true.
@ApplicationScoped
public class SweepSystems {
    private final PrepareSystemOrder prepare;
    private final ConnectedSystems systems;
    private final RecordSweep record;

    SweepSystems(PrepareSystemOrder prepare, ConnectedSystems systems, RecordSweep record) {
        this.prepare = prepare;
        this.systems = systems;
        this.record = record;
    }

    /// True if nothing was found anywhere.
    public boolean sweep(ErasureId id) {
        var orders = prepare.prepareSweep(id);
        return record.record(id, look(orders));
    }

    private Map<SystemName, SystemSweep> look(Map<SystemName, SystemOrder> orders) {
        var found = new LinkedHashMap<SystemName, SystemSweep>();
        orders.forEach((system, order) -> found.put(system, systems.sweep(system, order)));
        return found;
    }
}
