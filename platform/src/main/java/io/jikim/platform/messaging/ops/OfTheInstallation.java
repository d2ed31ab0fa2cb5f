package io.jikim.platform.messaging.ops;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import java.util.function.Supplier;

/// Acts that concern no single tenant: what they leave behind stands under a name that no tenant
/// has.
public class OfTheInstallation {

    static final Tenant TENANT = new Tenant("-");

    private OfTheInstallation() {}

    public static <T> T call(Supplier<T> act) {
        return TenantScope.call(TENANT, act);
    }
}
