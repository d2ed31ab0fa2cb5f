package io.jikim.platform.access;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/// The tenant that the request or event at hand belongs to.
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

    public void set(Tenant tenant) {
        this.tenant = tenant;
    }

    public boolean isSet() {
        return tenant != null;
    }
}
