package io.jikim.retention.systems.application.port;

import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.domain.SystemState;
import java.util.List;

/// The connected systems of all tenants, for those who keep the installation running.
public interface SystemWatch {
    /// A system and whose it is.
    record Watched(TenantCode tenant, SystemState state) {}

    List<Watched> everywhere();
}
