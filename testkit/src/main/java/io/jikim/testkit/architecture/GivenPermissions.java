package io.jikim.testkit.architecture;

import java.util.Arrays;
import java.util.Set;

/// The permissions in the table of roles; read by reflection, because the table's module uses this
/// one in its own tests.
final class GivenPermissions {

    private GivenPermissions() {}

    static boolean contain(String permission) {
        try {
            var roles = Class.forName("io.jikim.platform.access.Role");
            var permissions = roles.getMethod("permissions");
            for (var role : Arrays.asList(roles.getEnumConstants())) {
                if (((Set<?>) permissions.invoke(role)).contains(permission)) {
                    return true;
                }
            }
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("There is no table of roles on the class path", e);
        }
    }
}
