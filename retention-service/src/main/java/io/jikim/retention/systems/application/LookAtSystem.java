package io.jikim.retention.systems.application;

import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.application.port.OperatorDatabases;
import io.jikim.retention.systems.application.port.SystemUnreachable;
import io.jikim.retention.systems.application.port.Systems;
import io.jikim.retention.systems.domain.MappingCheck;
import jakarta.enterprise.context.ApplicationScoped;

/// Use case: from time to time, whether a connected system answers and still looks as it was
/// mapped.
@ApplicationScoped
public class LookAtSystem {
    private final Systems systems;
    private final OperatorDatabases databases;

    public LookAtSystem(Systems systems, OperatorDatabases databases) {
        this.systems = systems;
        this.databases = databases;
    }

    public void look(TenantCode tenant, String name) {
        systems.find(tenant, name)
                .ifPresent(system -> {
                    try (var session = databases.open(system.login(), system.mapping())) {
                        systems.answered(
                                tenant,
                                name,
                                MappingCheck.problems(system.mapping(), session.shape()));
                    } catch (SystemUnreachable e) {
                        systems.away(tenant, name, String.valueOf(e.getMessage()));
                    }
                });
    }
}
