package io.jikim.platform.access;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Permission;
import java.util.Set;
import java.util.stream.Collectors;

/// Gives a caller the permissions of the roles in the token.
@ApplicationScoped
class RolePermissions implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        Set<Permission> permissions =
                Role.permissionsOf(identity.getRoles()).stream()
                        .map(RolePermissions::permission)
                        .collect(Collectors.toSet());
        return Uni.createFrom()
                .item(
                        QuarkusSecurityIdentity.builder(identity)
                                .addPermissions(permissions)
                                .build());
    }

    private static Permission permission(String named) {
        int colon = named.indexOf(':');
        return new StringPermission(named.substring(0, colon), named.substring(colon + 1));
    }
}
