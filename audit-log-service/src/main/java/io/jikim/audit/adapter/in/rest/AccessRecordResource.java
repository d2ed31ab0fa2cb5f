package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.SearchAccesses;
import io.jikim.audit.application.port.Accesses.Found;
import io.jikim.audit.application.port.Accesses.Wanted;
import io.jikim.audit.domain.Fact;
import io.jikim.platform.access.Caller;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Who looked at whose personal data.
@Path("/v1/access-records")
@RunOnVirtualThread
class AccessRecordResource {
    private static final int PAGE = 100;

    private final SearchAccesses searchAccesses;
    private final Caller caller;

    AccessRecordResource(SearchAccesses searchAccesses, Caller caller) {
        this.searchAccesses = searchAccesses;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("audit.access-records:read")
    @Operation(
            summary = "Who looked at whose personal data, oldest first",
            description =
                    "Looking leaves an access record of its own. `next` is null on the last page; give it back as"
                            + " `after` for the following one.")
    @Parameter(ref = "Jikim-Reason")
    public PageView search(
            @QueryParam("subjectRef") @Nullable UUID subjectRef,
            @QueryParam("actor") @Size(min = 1, max = 200) @Nullable String actor,
            @QueryParam("after") @Nullable String after) {
        var wanted =
                new Wanted(
                        Optional.ofNullable(subjectRef),
                        Optional.ofNullable(actor),
                        Cursor.read(after));
        var found = searchAccesses.search(wanted, PAGE + 1, caller.access("SEARCH"));
        boolean more = found.size() > PAGE;
        var page = more ? found.subList(0, PAGE) : found;
        return new PageView(
                page.stream().map(AccessView::of).toList(),
                more ? Cursor.behind(page.getLast().index()) : null);
    }

    /// One page.
    record PageView(List<AccessView> items, @Nullable String next) {}

    /// One access: who, when, from where, whose data, what, why, and its place in the log.
    record AccessView(
            long logIndex,
            UUID eventId,
            DeedView did,
            List<UUID> subjects,
            @Nullable BulkView bulk,
            boolean restricted) {
        static AccessView of(Found found) {
            var did = found.did();
            return new AccessView(
                    found.index(),
                    found.event(),
                    new DeedView(
                            did.at(),
                            new ActorView(did.actor(), found.account(), did.role()),
                            did.from(),
                            did.action(),
                            did.resource(),
                            did.reason()),
                    found.subjects(),
                    BulkView.of(found.bulk()),
                    found.restricted());
        }
    }

    /// What was done.
    record DeedView(
            Instant at,
            ActorView actor,
            String from,
            String action,
            String resource,
            String reason) {}

    /// Who did it; `account` only where another system has told it.
    record ActorView(String id, @Nullable String account, String role) {}

    /// How many people it was about where they are not named, and the digest of the question.
    record BulkView(long count, String queryDigest) {
        static @Nullable BulkView of(Fact.@Nullable Bulk bulk) {
            return bulk == null ? null : new BulkView(bulk.count(), bulk.queryDigest());
        }
    }
}
