package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.FindOwnAccesses;
import io.jikim.audit.application.port.Accesses.Found;
import io.jikim.platform.access.Caller;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// For the person herself: who looked at her data. In which role, but not by which account and from
/// where, because that is about somebody else.
@Path("/v1/me/access-records")
@RunOnVirtualThread
class OwnAccessResource {
    private static final int PAGE = 100;

    private final FindOwnAccesses findOwnAccesses;
    private final Cursors cursors;
    private final Caller caller;

    OwnAccessResource(FindOwnAccesses findOwnAccesses, Cursors cursors, Caller caller) {
        this.cursors = cursors;
        this.findOwnAccesses = findOwnAccesses;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("audit.own-access-records:read")
    @Operation(
            summary = "Who looked at my personal data, oldest first",
            description =
                    "For an account that is a data subject's (404 `no-person` for others). Looking"
                            + " leaves an access record of its own. `next` is null on the last page;"
                            + " give it back as `after` for the following one.")
    public OwnPageView find(@QueryParam("after") @Nullable String after) {
        cursors.requireForm(after);
        var herself = caller.person();
        var asked = List.of("own", herself.toString());
        long begin = cursors.read(after, asked);
        var page = findOwnAccesses.find(herself, begin, PAGE, caller.ownAccess("SEARCH_OWN"));
        return new OwnPageView(
                page.found().stream().map(OwnAccessView::of).toList(),
                cursors.behind(page.next(), asked));
    }

    /// One page.
    record OwnPageView(List<OwnAccessView> items, @Nullable String next) {}

    /// One access to her data: when, in which role, what was done and why, its place in the log and
    /// which of hers it is.
    record OwnAccessView(
            long logIndex,
            UUID eventId,
            Instant at,
            String role,
            String action,
            String resource,
            String reason,
            @Nullable Long number) {
        static OwnAccessView of(Found found) {
            var did = found.did();
            return new OwnAccessView(
                    found.index(),
                    found.event(),
                    did.at(),
                    did.role(),
                    did.action(),
                    did.resource(),
                    did.reason(),
                    found.number().orElse(null));
        }
    }
}
