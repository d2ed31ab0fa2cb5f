package io.jikim.consent.policy.adapter.in.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.consent.policy.application.CurrentPolicy;
import io.jikim.consent.policy.domain.PolicyVersion;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.problem.Refusal;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/v1/policies/current.html")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RunOnVirtualThread
class PolicyPageResource {

    private final CurrentPolicy currentPolicy;
    private final CurrentTenant tenant;
    private final ObjectMapper json;
    private final Template page;

    PolicyPageResource(
            CurrentPolicy currentPolicy,
            CurrentTenant tenant,
            ObjectMapper json,
            @Location("policy.html") Template page) {
        this.currentPolicy = currentPolicy;
        this.tenant = tenant;
        this.json = json;
        this.page = page;
    }

    /// The tenant stands in the address: whoever reads a policy has no account yet.
    @GET
    @PermitAll
    @Operation(
            operationId = "policyPage",
            summary = "The policy in force as a page, rendered from what the services obey")
    public Response page(
            @QueryParam("lang") @DefaultValue("ko") String lang,
            @QueryParam("tenant") @Nullable String code) {
        if (code == null || !Tenant.isCode(code)) {
            throw new Refusal(404, "not-found");
        }
        serve(new Tenant(code));
        var policy = currentPolicy.current();
        var language = lang.equals("en") ? "en" : "ko";
        return Response.ok(rendered(policy, language, code))
                .header("Content-Language", language)
                .build();
    }

    /// Whoever comes with a token sees the page of their own tenant only, as everywhere.
    private void serve(Tenant asked) {
        if (tenant.isSet() && !tenant.get().equals(asked)) {
            throw new Refusal(404, "not-found");
        }
        tenant.set(asked);
    }

    private String rendered(PolicyVersion policy, String language, String code) {
        try {
            var content = new PageContent(language);
            return page.data("p", content.of(json.readTree(policy.document().canonicalJson())))
                    .data("h", Headings.in(language))
                    .data("lang", language)
                    .data("tenant", code)
                    .data("version", policy.number())
                    .data("digest", policy.document().digest())
                    .render();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored policy is JSON", e);
        }
    }
}
