package io.jikim.platform.messaging.ops;

import io.jikim.platform.access.AcrossTenants;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was done to the flow of events, by whom, oldest first.
@Path("/v1/ops/journal")
@AcrossTenants
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class JournalResource {

    private final OpsJournal journal;
    private final Reach reach;

    JournalResource(OpsJournal journal, Reach reach) {
        this.journal = journal;
        this.reach = reach;
    }

    @GET
    @PermissionsAllowed("ops.journal:read")
    public JournalView read(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        var page = Page.of(after, limit);
        var entries = journal.read(reach.tenant(), page);
        return new JournalView(
                entries.stream().map(JournalLine::of).toList(),
                page.next(entries.size(), entries.isEmpty() ? null : entries.getLast().id()));
    }

    record JournalView(List<JournalLine> items, @Nullable String next) {}

    record JournalLine(
            UUID id,
            Instant at,
            String tenant,
            String actor,
            String role,
            String act,
            String about,
            @Nullable String reason) {

        static JournalLine of(OpsJournal.Entry entry) {
            return new JournalLine(
                    entry.id(),
                    entry.at(),
                    entry.tenant(),
                    entry.by().id(),
                    entry.by().role(),
                    entry.act(),
                    entry.cause().about(),
                    entry.cause().reason());
        }
    }
}
