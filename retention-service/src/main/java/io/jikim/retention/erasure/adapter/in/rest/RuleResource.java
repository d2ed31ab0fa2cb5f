package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.platform.problem.Refusal;
import io.jikim.retention.erasure.application.FindRules;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules in force, as the published policy states them.
@Path("/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RuleResource {
    private final FindRules rules;

    RuleResource(FindRules rules) {
        this.rules = rules;
    }

    @GET
    @PermissionsAllowed("retention.rules:read")
    public RulesView current() {
        return rules.current()
                .map(RulesView::of)
                .orElseThrow(
                        () -> new Refusal(404, "no-policy", "No policy has been published yet"));
    }

    record RulesView(
            int policyVersion, String policyDigest, int restoreDays, List<RuleView> rules) {
        static RulesView of(PolicyRules rules) {
            return new RulesView(
                    rules.version(),
                    rules.digest(),
                    rules.restoreDays(),
                    rules.categories().stream()
                            .map(category -> {
                                var basis = rules.statutory().get(category);
                                return basis == null
                                        ? new RuleView(category.code(), "ERASE", null, null)
                                        : new RuleView(
                                                category.code(),
                                                "ARCHIVE",
                                                basis.code(),
                                                basis.period().toString());
                            })
                            .toList());
        }
    }

    /// @param period ISO 8601, from each record's own legal event
    record RuleView(
            String category,
            String afterPurpose,
            @Nullable String basis,
            @Nullable String period) {}
}
