package io.jikim.platform.messaging.ops;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/// Whose events a caller may see and act on: the operator of the installation, who has no tenant,
/// everybody's; others those of their own tenant.
@RequestScoped
public class Reach {

    private final SecurityIdentity identity;
    private final CurrentTenant tenant;

    Reach(SecurityIdentity identity, CurrentTenant tenant) {
        this.identity = identity;
        this.tenant = tenant;
    }

    /// The one tenant, or null for all.
    public @Nullable String tenant() {
        return identity.hasRole(Role.PLATFORM_OPERATOR.name()) && !tenant.isSet()
                ? null
                : tenant.get().code();
    }

    public boolean covers(String code) {
        String own = tenant();
        return own == null || own.equals(code);
    }
}
