package io.jikim.retention.systems.application.port;

import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.domain.ConnectedSystem;
import io.jikim.retention.systems.domain.SystemState;
import java.util.List;
import java.util.Optional;

/// The systems that tenants connected; passwords are stored sealed.
public interface Systems {
    /// Stores a new system, or a new mapping and login of a known one. `document` is the mapping as
    /// its author wrote it.
    void save(TenantCode tenant, ConnectedSystem system, String document);

    Optional<ConnectedSystem> find(TenantCode tenant, String name);

    /// The tenant's systems in the order of their names.
    List<SystemState> all(TenantCode tenant);

    /// The system answered just now, with these alarms.
    void answered(TenantCode tenant, String name, List<String> alarms);

    /// The system did not answer, for this reason.
    void away(TenantCode tenant, String name, String reason);
}
