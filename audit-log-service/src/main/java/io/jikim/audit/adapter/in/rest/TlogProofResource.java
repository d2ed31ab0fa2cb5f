package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.ProveEntry;
import io.jikim.audit.domain.TlogProof;
import io.jikim.platform.problem.Refusal;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Proofs in the form that foreign tools read.
@Path("/v1/log/tlog-proofs")
@RunOnVirtualThread
class TlogProofResource {
    private final ProveEntry proveEntry;

    TlogProofResource(ProveEntry proveEntry) {
        this.proveEntry = proveEntry;
    }

    @GET
    @Path("/{eventId}")
    @Produces("text/plain; charset=utf-8")
    @PermissionsAllowed("audit.proofs:read")
    @Operation(
            summary = "That an entry stands in the log, as one file (C2SP tlog-proof)",
            description =
                    "The extra data is the leaf as it stands in the log. To be kept as `NAME.tlog-proof`.")
    public String proof(@PathParam("eventId") UUID eventId) {
        var proof =
                proveEntry
                        .of(eventId, new ProveEntry.Shown.Open())
                        .orElseThrow(() -> new Refusal(404, "entry-unknown"));
        var entry = proof.disclosure();
        return new TlogProof(entry.logged(), entry.index(), proof.hashes(), proof.checkpoint())
                .text();
    }
}
