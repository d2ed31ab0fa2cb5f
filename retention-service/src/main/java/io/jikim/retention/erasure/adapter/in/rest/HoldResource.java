package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.problem.Idempotency;
import io.jikim.retention.erasure.application.FindHolds;
import io.jikim.retention.erasure.application.PlaceHold;
import io.jikim.retention.erasure.application.ReleaseHold;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Legal holds.
@Path("/v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HoldResource {
    private final PlaceHold place;
    private final ReleaseHold release;
    private final FindHolds holds;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    HoldResource(
            PlaceHold place,
            ReleaseHold release,
            FindHolds holds,
            Idempotency idempotency,
            CurrentTenant tenant) {
        this.place = place;
        this.release = release;
        this.holds = holds;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    /// Waits for what is being destroyed at this moment, 20 seconds at most (503
    /// `being-destroyed`). What other services were ordered to destroy before cannot be called
    /// back.
    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = HoldView.class, responseCode = "201")
    @PermissionsAllowed("retention.holds:place")
    public HoldView place(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull NewHold wanted) {
        return read(idempotency.once(key, "place-hold", wanted, () -> place(wanted)));
    }

    private UUID place(NewHold wanted) {
        return place.place(
                        new TenantCode(tenant.get().code()),
                        new SubjectId(wanted.subjectRef()),
                        wanted.categories().stream().map(Category::new).collect(Collectors.toSet()),
                        wanted.matter())
                .id()
                .value();
    }

    @GET
    @PermissionsAllowed("retention.holds:read")
    public List<HoldView> ofSubject(@QueryParam("subjectRef") @NotNull UUID subject) {
        return holds.ofSubject(new SubjectId(subject)).stream().map(HoldView::of).toList();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("retention.holds:read")
    public HoldView read(@PathParam("id") UUID id) {
        return HoldView.of(holds.find(new HoldId(id)));
    }

    /// Erasures that were owed because of the hold go on by themselves.
    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed("retention.holds:release")
    public HoldView release(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return read(
                idempotency.once(
                        key,
                        "release-hold/" + id,
                        null,
                        () -> release.release(new HoldId(id)).id().value()));
    }

    record NewHold(
            @NotNull UUID subjectRef,
            @NotEmpty List<@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,60}") String> categories,
            @NotBlank @Size(max = 100) String matter) {}

    record HoldView(
            UUID id,
            UUID subjectRef,
            List<String> categories,
            String matter,
            Instant placedAt,
            @Nullable Instant releasedAt) {
        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.id().value(),
                    hold.subject().value(),
                    hold.categories().stream().map(Category::code).sorted().toList(),
                    hold.matter(),
                    hold.placedAt(),
                    hold.releasedAt());
        }
    }
}
