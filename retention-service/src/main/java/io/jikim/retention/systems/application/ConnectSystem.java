package io.jikim.retention.systems.application;

import io.jikim.platform.time.Ids;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.application.port.Systems;
import io.jikim.retention.systems.domain.ConnectedSystem;
import io.jikim.retention.systems.domain.Login;
import io.jikim.retention.systems.domain.Mapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Use case: a tenant connects one of its databases, or replaces its mapping and login, after
/// [ExamineMapping] found that they fit.
@ApplicationScoped
public class ConnectSystem {
    private final Systems systems;
    private final Ids ids;

    public ConnectSystem(Systems systems, Ids ids) {
        this.systems = systems;
        this.ids = ids;
    }

    /// The system's id: a system that was connected before keeps its own.
    @Transactional
    public UUID connect(TenantCode tenant, String document, Mapping mapping, Login login) {
        var id =
                systems.find(tenant, mapping.system())
                        .map(ConnectedSystem::id)
                        .orElseGet(ids::next);
        systems.save(tenant, new ConnectedSystem(id, mapping.system(), mapping, login), document);
        return id;
    }
}
