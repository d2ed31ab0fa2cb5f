package io.jikim.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jikim.testkit.architecture.OperationRules;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import org.junit.jupiter.api.Test;

/// Stands here and not in the testkit, because the table of roles does.
class PermissionRuleTest {

    @Test
    void a_misspelt_permission_is_found() {
        var result =
                OperationRules.permissions_are_given_to_some_role.evaluate(
                        new ClassFileImporter().importClasses(Misspelt.class, Known.class));

        assertThat(result.getFailureReport().getDetails())
                .singleElement()
                .asString()
                .contains("consent.policy:raed");
    }

    private static class Misspelt {
        @GET
        @PermissionsAllowed("consent.policy:raed")
        public void read() {}
    }

    private static class Known {
        @GET
        @PermissionsAllowed("consent.policies:read")
        public void read() {}
    }
}
