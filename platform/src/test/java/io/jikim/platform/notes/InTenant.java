package io.jikim.platform.notes;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import java.util.function.Supplier;

/// Does something as a request of this tenant would.
final class InTenant {

    private InTenant() {}

    static <T> T call(String tenant, Supplier<T> work) {
        return TenantScope.call(new Tenant(tenant), work);
    }

    static void run(String tenant, Runnable work) {
        TenantScope.run(new Tenant(tenant), work);
    }
}
