package io.jikim.platform.messaging.replay;

import io.jikim.platform.access.AcrossTenants;
import io.jikim.platform.access.Actor;
import io.jikim.platform.access.Caller;
import io.jikim.platform.messaging.History;
import io.jikim.platform.messaging.ops.OfTheInstallation;
import io.jikim.platform.messaging.ops.OpsJournal;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.jikim.platform.time.Ids;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// Tells events of this service again, under their own ids: who has heard them hears nothing new.
@Path("/v1/ops/replays")
@AcrossTenants
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReplayResource {

    private static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");

    // The reference of a person, or the name of an account, a service or a list.
    private static final String SUBJECT =
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z][A-Za-z0-9._:-]*";

    private final Replays replays;
    private final OpsJournal journal;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    ReplayResource(
            Replays replays,
            OpsJournal journal,
            Idempotency idempotency,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.replays = replays;
        this.journal = journal;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /// 202: it goes on by itself; reading it shows how far it is.
    @POST
    @PermissionsAllowed("ops.replays:start")
    @APIResponseSchema(value = ReplayView.class, responseCode = "202")
    public Response start(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReplayRequest wanted) {
        if (wanted.isOfEverything()) {
            throw new Refusal(
                    400, "replay-of-everything", "Name a subject, topic or type, or a time since");
        }
        inReach("since", wanted.since());
        inReach("until", wanted.until());
        Actor by = caller.actor();
        UUID id =
                OfTheInstallation.call(() ->
                        idempotency.once(
                                by, key, "start-replay", wanted.terms(), () -> add(wanted, by)));
        return Response.accepted(read(id)).build();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("ops.replays:read")
    public ReplayView read(@PathParam("id") UUID id) {
        return replays.find(id)
                .map(it -> new ReplayView(it.id(), it.state(), it.told()))
                .orElseThrow(() -> new Refusal(404, "not-found"));
    }

    /// What was told until then is not taken back.
    @POST
    @Path("/{id}/stop")
    @PermissionsAllowed("ops.replays:start")
    public ReplayView stop(
            @HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        read(id);
        Actor by = caller.actor();
        OfTheInstallation.call(
                () -> idempotency.once(by, key, "stop-replay", id.toString(), () -> stop(id, by)));
        return read(id);
    }

    private UUID stop(UUID id, Actor by) {
        if (!replays.stop(id)) {
            throw new Refusal(409, "not-open", "It has ended, or was stopped before");
        }
        journal.write(by, "replay-stopped", new OpsJournal.Cause("replay=" + id, null));
        return id;
    }

    // PostgreSQL ends before `Instant` does, and nothing was told before its time.
    private static void inReach(String field, @Nullable Instant time) {
        if (time != null && (time.isBefore(Instant.EPOCH) || !time.isBefore(END_OF_TIME))) {
            throw new Refusal(
                    400,
                    "invalid-request",
                    null,
                    List.of(
                            Map.of(
                                    "path",
                                    field,
                                    "code",
                                    "time-in-reach",
                                    "message",
                                    "must be from 1970 to 9999")));
        }
    }

    private UUID add(ReplayRequest wanted, Actor by) {
        UUID id = ids.next();
        replays.add(id, wanted.choice(clock.instant()));
        journal.write(
                by,
                "replay-started",
                new OpsJournal.Cause("replay=" + id + " " + wanted.terms(), null));
        return id;
    }

    /// Events told from `since` until before `until`; what is absent is any. Each is a name that
    /// this system gives, because the journal keeps it for ever: no mail address, number or words
    /// of a person.
    record ReplayRequest(
            @Nullable @Pattern(regexp = "[a-z0-9-]{1,40}") String tenant,
            @Nullable @Size(max = 200) @Pattern(regexp = SUBJECT) String subject,
            @Nullable @Size(max = 200) @Pattern(regexp = "jikim\\.[a-z-]+") String topic,
            @Nullable @Size(max = 200) @Pattern(regexp = "io\\.jikim(\\.[a-z]+)+\\.v[0-9]+")
                    String type,
            @Nullable Instant since,
            @Nullable Instant until) {

        boolean isOfEverything() {
            return subject == null && topic == null && type == null && since == null;
        }

        History.Choice choice(Instant now) {
            return new History.Choice(
                    since == null ? Instant.EPOCH : since,
                    until == null ? now : until,
                    tenant,
                    subject,
                    topic,
                    type);
        }

        Map<String, String> terms() {
            Map<String, String> terms = new TreeMap<>();
            put(terms, "tenant", tenant);
            put(terms, "subject", subject);
            put(terms, "topic", topic);
            put(terms, "type", type);
            put(terms, "since", since);
            put(terms, "until", until);
            return terms;
        }

        private static void put(Map<String, String> terms, String name, @Nullable Object value) {
            if (value != null) {
                terms.put(name, value.toString());
            }
        }
    }

    record ReplayView(UUID id, String state, long told) {}
}
