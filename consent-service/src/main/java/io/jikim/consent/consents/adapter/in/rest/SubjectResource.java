package io.jikim.consent.consents.adapter.in.rest;

import io.jikim.consent.consents.application.ReadConsents;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.platform.access.Caller;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

@Path("/v1/subjects/{ref}/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SubjectResource {

    private final ReadConsents readConsents;
    private final Caller caller;

    SubjectResource(ReadConsents readConsents, Caller caller) {
        this.readConsents = readConsents;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("consent.consents:read")
    @Operation(
            operationId = "consentsOfSubject",
            summary =
                    "What holds now for each purpose, and how it came to it; leaves an access record")
    @Parameter(ref = "Jikim-Reason")
    public HistoryView consents(@PathParam("ref") UUID ref) {
        var history = readConsents.of(new SubjectRef(ref), caller.access("consents.read"));
        return new HistoryView(
                ref,
                history.current().stream().map(ConsentView::of).toList(),
                history.records().stream().map(ConsentView::of).toList());
    }

    /// `consents` has the last answer per purpose, `history` every answer, oldest first.
    record HistoryView(UUID subjectRef, List<ConsentView> consents, List<ConsentView> history) {}
}
