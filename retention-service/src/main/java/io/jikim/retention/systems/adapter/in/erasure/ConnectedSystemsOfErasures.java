package io.jikim.retention.systems.adapter.in.erasure;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Tenant;
import io.jikim.retention.erasure.application.port.ConnectedSystems;
import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.application.port.SystemSweep;
import io.jikim.retention.erasure.domain.SystemName;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.application.EraseInSystem;
import io.jikim.retention.systems.application.ListSystems;
import io.jikim.retention.systems.application.LookForPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;

/// What an erasure case may ask of connected systems; called from requests and from worker threads,
/// which have no tenant yet.
@ApplicationScoped
class ConnectedSystemsOfErasures implements ConnectedSystems {
    private final CurrentTenant current;
    private final ListSystems list;
    private final EraseInSystem erase;
    private final LookForPerson look;

    ConnectedSystemsOfErasures(
            CurrentTenant current, ListSystems list, EraseInSystem erase, LookForPerson look) {
        this.current = current;
        this.list = list;
        this.erase = erase;
        this.look = look;
    }

    @Override
    @ActivateRequestContext
    public List<SystemName> of(TenantCode tenant) {
        see(tenant);
        return list.of(tenant).stream().map(system -> new SystemName(system.name())).toList();
    }

    @Override
    @ActivateRequestContext
    public SystemOutcome erase(SystemName system, SystemOrder order) {
        see(order.tenant());
        return erase.erase(system.value(), order);
    }

    @Override
    @ActivateRequestContext
    public SystemSweep sweep(SystemName system, SystemOrder order) {
        see(order.tenant());
        return look.sweep(system.value(), order);
    }

    private void see(TenantCode tenant) {
        if (!current.isSet()) {
            current.set(new Tenant(tenant.code()));
        }
    }
}
