package io.jikim.consent.rights.adapter.in.rest;

import io.jikim.consent.rights.application.FindCorrection;
import io.jikim.consent.rights.application.RequestCorrection;
import io.jikim.consent.rights.domain.Correction;
import io.jikim.consent.rights.domain.Correction.State;
import io.jikim.consent.rights.domain.RequestId;
import io.jikim.consent.rights.domain.Requester;
import io.jikim.platform.problem.Idempotency;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/rights-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RightsRequestResource {

    private final RequestCorrection requestCorrection;
    private final FindCorrection findCorrection;
    private final Idempotency idempotency;

    RightsRequestResource(
            RequestCorrection requestCorrection,
            FindCorrection findCorrection,
            Idempotency idempotency) {
        this.requestCorrection = requestCorrection;
        this.findCorrection = findCorrection;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = RequestView.class, responseCode = "201")
    @PermissionsAllowed("consent.rights:write")
    @Operation(
            operationId = "requestRight",
            summary =
                    "Use a right: until a CORRECTION is done the purposes that need its items stop")
    public RequestView request(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RightsRequest request) {
        var requester = new Requester(request.subjectRef());
        var id =
                idempotency.once(
                        key,
                        "rights.request",
                        request,
                        () ->
                                requestCorrection
                                        .request(requester, Set.copyOf(request.items()))
                                        .id()
                                        .value());
        return RequestView.of(findCorrection.find(new RequestId(id)));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("consent.rights:read")
    @Operation(operationId = "rightsRequest", summary = "How far a rights request has come")
    public RequestView find(@PathParam("id") UUID id) {
        return RequestView.of(findCorrection.find(new RequestId(id)));
    }

    /// The rights that can be used here.
    enum Right {
        CORRECTION
    }

    /// A right and the codes of the items that it is about.
    record RightsRequest(
            @NotNull UUID subjectRef,
            @NotNull Right right,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 60) String> items) {}

    /// How far a request has come; `outstanding` are the items that are still wrong.
    record RequestView(
            UUID id,
            UUID subjectRef,
            Right right,
            List<String> items,
            List<String> outstanding,
            Progress progress) {

        /// OPEN or COMPLETED; `dueOn` is the last day, in Korea, on which it is answered in time.
        record Progress(
                String state, Instant receivedAt, LocalDate dueOn, @Nullable Instant completedAt) {}

        static RequestView of(Correction correction) {
            return new RequestView(
                    correction.id().value(),
                    correction.requester().subjectRef(),
                    Right.CORRECTION,
                    correction.items().stream().sorted().toList(),
                    correction.outstanding().stream().sorted().toList(),
                    progress(correction));
        }

        private static Progress progress(Correction correction) {
            var received = correction.receivedAt();
            var due = correction.due().lastDay();
            return switch (correction.state()) {
                case State.Open _ -> new Progress("OPEN", received, due, null);
                case State.Completed(var at) -> new Progress("COMPLETED", received, due, at);
            };
        }
    }
}
