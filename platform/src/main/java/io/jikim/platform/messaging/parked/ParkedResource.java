package io.jikim.platform.messaging.parked;

import io.jikim.platform.access.AcrossTenants;
import io.jikim.platform.access.Actor;
import io.jikim.platform.access.Caller;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.messaging.ops.Page;
import io.jikim.platform.messaging.ops.Reach;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// Events that this service keeps aside, and what people do about them. Nothing of what the events
/// say is shown.
@Path("/v1/ops")
@AcrossTenants
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ParkedResource {

    private final ParkedEvents parked;
    private final ParkedActs acts;
    private final Redelivery redelivery;
    private final Idempotency idempotency;
    private final Reach reach;
    private final Caller caller;

    ParkedResource(
            ParkedEvents parked,
            ParkedActs acts,
            Redelivery redelivery,
            Idempotency idempotency,
            Reach reach,
            Caller caller) {
        this.parked = parked;
        this.acts = acts;
        this.redelivery = redelivery;
        this.idempotency = idempotency;
        this.reach = reach;
        this.caller = caller;
    }

    @GET
    @Path("/parked")
    @PermissionsAllowed("ops.parked:read")
    public ParkedPage list(
            @QueryParam("consumer") @Nullable String consumer,
            @QueryParam("topic") @Nullable String topic,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        var page = Page.of(after, limit);
        var filter = new ParkedEvents.Filter(reach.tenant(), consumer, topic, subject);
        var found = parked.page(filter, page);
        return new ParkedPage(
                found.stream().map(ParkedView::of).toList(),
                page.next(found.size(), found.isEmpty() ? null : found.getLast().id()));
    }

    @GET
    @Path("/parked/{id}")
    @PermissionsAllowed("ops.parked:read")
    public ParkedView read(@PathParam("id") UUID id) {
        return ParkedView.of(find(id));
    }

    /// 202: it is tried again within a second; read it again to see what came of it.
    @POST
    @Path("/parked/{id}/retry")
    @PermissionsAllowed("ops.parked:retry")
    @APIResponseSchema(value = ParkedView.class, responseCode = "202")
    public Response retry(
            @HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        var event = find(id);
        var by = caller.actor();
        act(
                by,
                key,
                "retry-parked",
                event.stream().tenant(),
                id.toString(),
                () -> {
                    acts.retry(event, by);
                    return id;
                });
        return accepted(ParkedView.of(find(id)));
    }

    /// The subject's parked events in their order: the first is tried, and each that works is
    /// followed by the next.
    @POST
    @Path("/parked-subjects/{key}/retry")
    @PermissionsAllowed("ops.parked:retry")
    @APIResponseSchema(value = ParkedPage.class, responseCode = "202")
    public Response retrySubject(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("key") String subject) {
        var first = parked.firstOfStreams(reach.tenant(), subject);
        if (first.isEmpty()) {
            throw new Refusal(404, "not-found", "Nothing of this subject is kept aside");
        }
        var by = caller.actor();
        first.stream()
                .collect(Collectors.groupingBy(event -> event.stream().tenant()))
                .forEach((tenant, events) ->
                        act(by, key, "retry-subject", tenant, subject, () -> retryAll(events, by)));
        var after = first.stream().map(event -> ParkedView.of(find(event.id()))).toList();
        return Response.accepted(new ParkedPage(after, null)).build();
    }

    /// 202 for the proposal of the first person, 200 when the second has confirmed.
    @POST
    @Path("/parked/{id}/skip")
    @PermissionsAllowed("ops.parked:skip")
    @APIResponseSchema(value = ParkedView.class, responseCode = "200")
    @APIResponse(responseCode = "202", description = "Proposed; a second person has to confirm")
    public Response skip(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("id") UUID id,
            @NotNull @Valid Skipping skipping) {
        var event = find(id);
        var by = caller.actor();
        act(
                by,
                key,
                "skip-parked",
                event.stream().tenant(),
                id + " " + skipping.reason(),
                () -> {
                    acts.skip(event, by, skipping.reason());
                    return id;
                });
        var after = ParkedView.of(find(id));
        return after.proposedBy() != null && after.proposedBy().equals(by.id())
                ? accepted(after)
                : Response.ok(after).build();
    }

    private UUID retryAll(List<ParkedEvent> events, Actor by) {
        events.stream()
                .filter(event -> !event.trouble().isOver())
                .forEach(event -> acts.retry(event, by));
        return events.getFirst().id();
    }

    private void act(
            Actor by,
            @Nullable String key,
            String act,
            String tenant,
            String body,
            Supplier<UUID> effect) {
        TenantScope.call(new Tenant(tenant), () -> idempotency.once(by, key, act, body, effect));
        redelivery.look();
    }

    private ParkedEvent find(UUID id) {
        return parked.find(id)
                .filter(event -> reach.covers(event.stream().tenant()))
                .orElseThrow(() -> new Refusal(404, "not-found"));
    }

    private static Response accepted(ParkedView view) {
        return Response.accepted(view).build();
    }

    record ParkedPage(List<ParkedView> items, @Nullable String next) {}

    /// `reason` is a code, because free text would be kept for ever.
    record Skipping(@NotNull @Pattern(regexp = "[A-Z_]{3,40}") String reason) {}
}
