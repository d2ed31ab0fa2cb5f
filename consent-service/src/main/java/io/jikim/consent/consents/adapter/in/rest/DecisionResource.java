package io.jikim.consent.consents.adapter.in.rest;

import io.jikim.consent.consents.application.Decide;
import io.jikim.consent.consents.domain.Decision.Because;
import io.jikim.consent.consents.domain.SubjectRef;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DecisionResource {

    private final Decide decide;

    DecisionResource(Decide decide) {
        this.decide = decide;
    }

    @GET
    @PermissionsAllowed("consent.decisions:read")
    @Operation(
            operationId = "decide",
            summary = "May this purpose be served with this person's data now, and why")
    public DecisionView decide(
            @QueryParam("subjectRef") @NotNull UUID subjectRef,
            @QueryParam("purpose") @NotBlank String purpose) {
        var decision = decide.on(new SubjectRef(subjectRef), purpose);
        return new DecisionView(decision.allowed(), decision.because());
    }

    record DecisionView(boolean allowed, List<Because> because) {}
}
