package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.ReadLog;
import io.jikim.platform.problem.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The log's head and key: open to everyone, because a leaf holds commitments only.
@Path("/v1/log")
@RunOnVirtualThread
@Produces("text/plain; charset=utf-8")
class LogResource {
    private final ReadLog readLog;

    LogResource(ReadLog readLog) {
        this.readLog = readLog;
    }

    @GET
    @Path("/checkpoint")
    @PermitAll
    @Operation(summary = "The newest checkpoint, a signed note (C2SP tlog-checkpoint)")
    public String checkpoint() {
        return readLog.checkpoint()
                .orElseThrow(() -> new Refusal(404, "log-empty", "Nothing has been logged yet"))
                .note();
    }

    @GET
    @Path("/minimum-index")
    @PermitAll
    @Operation(
            summary = "Index of the first entry that is kept, 0 while nothing was pruned",
            description =
                    "Below it there are no entry bundles and no tiles of level 0 (C2SP tlog-tiles, Pruning).")
    public String minimumIndex() {
        return readLog.minimumIndex() + "\n";
    }

    @GET
    @Path("/key")
    @PermitAll
    @Operation(summary = "The log's verifier key, name+id+key (C2SP signed-note)")
    public String key() {
        return readLog.verifierKey() + "\n";
    }
}
