package io.jikim.retention.systems.application;

import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.application.port.Systems;
import io.jikim.retention.systems.domain.SystemState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Query: the systems of a tenant, with what is wrong with each.
@ApplicationScoped
public class ListSystems {
    private final Systems systems;

    public ListSystems(Systems systems) {
        this.systems = systems;
    }

    public List<SystemState> of(TenantCode tenant) {
        return systems.all(tenant);
    }
}
