package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.SystemName;
import io.jikim.retention.erasure.domain.TenantCode;
import java.util.List;

/// The operator's databases that a tenant connected by a mapping file.
public interface ConnectedSystems {
    /// Every system of the tenant that takes part in a case opened now, in a stable order.
    List<SystemName> of(TenantCode tenant);

    /// Carries out the order in one transaction of that system; the archive copy is verified before
    /// a live row dies. Repeatable: the same erasure and round give the first outcome again, also
    /// after a crash in between. Called without an open transaction of the live database on this
    /// thread.
    SystemOutcome erase(SystemName system, SystemOrder order);

    /// Looks for what the order should have removed, over a fresh connection; changes nothing.
    SystemSweep sweep(SystemName system, SystemOrder order);
}
