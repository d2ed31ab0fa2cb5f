package io.jikim.platform.access;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/// The tenant that the request or event at hand belongs to.
///
/// Set it before the first statement of a transaction: the database connection learns it when it is
/// taken from the pool.
@RequestScoped
public class CurrentTenant {

    private @Nullable Tenant tenant;

    /// @throws IllegalStateException where nobody has said whose request this is
    public Tenant get() {
        if (tenant == null) {
            throw new IllegalStateException("No tenant is set");
        }
        return tenant;
    }

    /// @throws IllegalStateException for a second, different tenant: one request never serves two
    public void set(Tenant tenant) {
        if (this.tenant != null && !this.tenant.equals(tenant)) {
            throw new IllegalStateException("This request belongs to another tenant");
        }
        this.tenant = tenant;
    }

    public boolean isSet() {
        return tenant != null;
    }
}
