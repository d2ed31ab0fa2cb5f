package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.SearchAccesses;
import io.jikim.audit.application.port.Accesses.Found;
import io.jikim.audit.domain.Fact;
import io.jikim.platform.access.Caller;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
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
    private final Cursors cursors;
    private final Caller caller;

    AccessRecordResource(SearchAccesses searchAccesses, Cursors cursors, Caller caller) {
        this.searchAccesses = searchAccesses;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("audit.access-records:read")
    @Operation(
            summary = "Who looked at whose personal data, oldest first",
            description =
                    "By person, account, action, system (the source that told it) and time, in any"
                            + " combination; `from` counts, `until` does not. Looking leaves an access"
                            + " record of its own. `next` is null on the last page; give it back as"
                            + " `after`, with the same filters, for the following one. A page may be"
                            + " short, or empty, though more follow: a rare combination is looked for"
                            + " in 5,000 records at once.")
    @Parameter(ref = "Jikim-Reason")
    public PageView search(
            @QueryParam("subjectRef") @Nullable UUID subjectRef,
            @QueryParam("actor") @Size(min = 1, max = 200) @Nullable String actor,
            @QueryParam("action") @Pattern(regexp = AskedAccesses.ACTION) @Nullable String action,
            @QueryParam("system") @Size(min = 1, max = 200) @Nullable String system,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("after") @Nullable String after) {
        var access = caller.access("SEARCH");
        var asked = new AskedAccesses(subjectRef, actor, action, system, from, until);
        var page = searchAccesses.search(asked.behind(after, cursors), PAGE, access);
        return new PageView(
                page.found().stream().map(AccessView::of).toList(),
                cursors.behind(page.next(), asked.asList()));
    }

    /// One page.
    record PageView(List<AccessView> items, @Nullable String next) {}

    /// One access: who, when, from where, whose data, what, why, which system told it, its place in
    /// the log and, where `subjectRef` was asked for, which of the records about that person it is.
    record AccessView(
            long logIndex,
            UUID eventId,
            String system,
            DeedView did,
            List<UUID> subjects,
            @Nullable BulkView bulk,
            boolean restricted,
            @Nullable Long number) {
        static AccessView of(Found found) {
            var did = found.did();
            return new AccessView(
                    found.index(),
                    found.event(),
                    found.system(),
                    new DeedView(
                            did.at(),
                            new ActorView(did.actor(), found.account(), did.role()),
                            did.from(),
                            did.action(),
                            did.resource(),
                            did.reason()),
                    found.subjects(),
                    BulkView.of(found.bulk()),
                    found.restricted(),
                    found.number().orElse(null));
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
