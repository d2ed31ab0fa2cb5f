package io.jikim.platform.messaging.replay;

import io.jikim.platform.access.AcrossTenants;
import io.jikim.platform.access.Actor;
import io.jikim.platform.access.Caller;
import io.jikim.platform.messaging.Sql;
import io.jikim.platform.messaging.ops.OfTheInstallation;
import io.jikim.platform.messaging.ops.OpsJournal;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.time.Ids;
import io.quarkus.agroal.DataSource;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// What this service, as a reader, found when it last compared with each speaker.
@Path("/v1/ops/reconciliations")
@AcrossTenants
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ReconciliationResource {

    private static final String LAST =
            """
            select source, topic, consumer, at, streams, behind, ahead from reconciliation
            order by source, topic, consumer
            """;

    private final javax.sql.DataSource database;
    private final Reconciliation reconciliation;
    private final OpsJournal journal;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;

    ReconciliationResource(
            @DataSource("system") javax.sql.DataSource database,
            Reconciliation reconciliation,
            OpsJournal journal,
            Idempotency idempotency,
            Caller caller,
            Ids ids) {
        this.database = database;
        this.reconciliation = reconciliation;
        this.journal = journal;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
    }

    @GET
    @PermissionsAllowed("ops.replays:read")
    public ReconciliationView last() {
        return Sql.run(
                database,
                LAST,
                (_, statement) -> {
                    List<Comparison> found = new ArrayList<>();
                    try (var row = statement.executeQuery()) {
                        while (row.next()) {
                            found.add(
                                    new Comparison(
                                            row.getString("source"),
                                            row.getString("topic"),
                                            row.getString("consumer"),
                                            row.getObject("at", OffsetDateTime.class).toInstant(),
                                            row.getLong("streams"),
                                            row.getLong("behind"),
                                            row.getLong("ahead")));
                        }
                    }
                    return new ReconciliationView(found);
                });
    }

    /// All services compare now, whichever is asked.
    @POST
    @PermissionsAllowed("ops.replays:start")
    @APIResponseSchema(value = ReconciliationView.class, responseCode = "202")
    public Response start(@HeaderParam("Idempotency-Key") @Nullable String key) {
        Actor by = caller.actor();
        OfTheInstallation.call(
                () -> idempotency.once(by, key, "start-reconciliation", null, () -> write(by)));
        reconciliation.ask();
        return Response.accepted(last()).build();
    }

    private UUID write(Actor by) {
        journal.write(by, "reconciliation-started", new OpsJournal.Cause("every service", null));
        return ids.next();
    }

    record ReconciliationView(List<Comparison> items) {}

    /// `behind` streams were asked for; of `ahead` ones the speaker has forgotten what it said.
    record Comparison(
            String source,
            String topic,
            String consumer,
            Instant at,
            long streams,
            long behind,
            long ahead) {}
}
