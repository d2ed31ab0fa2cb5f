package io.jikim.platform.access;

import io.jikim.platform.problem.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/// Tells the tenant of each request from its token, never from path, query or body.
///
/// Only our own services, which work for every tenant, name it in the header `Jikim-Tenant`; a
/// token that names a tenant is of that tenant, whatever its roles.
class TenantOfRequest {

    private final SecurityIdentity identity;
    private final CurrentTenant tenant;

    TenantOfRequest(SecurityIdentity identity, CurrentTenant tenant) {
        this.identity = identity;
        this.tenant = tenant;
    }

    @ServerRequestFilter
    public void filter(RoutingContext request, SimpleResourceInfo operation) {
        if (identity.isAnonymous()) {
            return;
        }
        Optional<Tenant> named = tenantOf(request);
        if (named.isPresent()) {
            tenant.set(named.get());
        } else if (!isPublic(operation) && !isTheOperators(operation)) {
            throw new Refusal(403, "tenant-required", "The token names no tenant");
        }
    }

    private Optional<Tenant> tenantOf(RoutingContext request) {
        String header = request.request().getHeader("Jikim-Tenant");
        String claim = claim();
        if (claim != null && header != null && !header.equals(claim)) {
            throw new Refusal(403, "another-tenant", "The token is of another tenant");
        }
        boolean chooses = claim == null && identity.hasRole(Role.JIKIM_SERVICE.name());
        String code = chooses ? header : claim;
        return code != null && Tenant.isCode(code)
                ? Optional.of(new Tenant(code))
                : Optional.empty();
    }

    private @Nullable String claim() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim("tenant") instanceof String code
                ? code
                : null;
    }

    private boolean isTheOperators(SimpleResourceInfo operation) {
        return operation.getResourceClass().isAnnotationPresent(AcrossTenants.class)
                && identity.hasRole(Role.PLATFORM_OPERATOR.name());
    }

    private static boolean isPublic(SimpleResourceInfo operation) {
        try {
            return operation
                    .getResourceClass()
                    .getMethod(operation.getMethodName(), operation.parameterTypes())
                    .isAnnotationPresent(PermitAll.class);
        } catch (NoSuchMethodException _) {
            return false;
        }
    }
}
