package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.jikim.platform.time.BusinessClock;
import io.jikim.platform.time.Ids;
import io.jikim.retention.erasure.application.MoveBusinessClock;
import io.jikim.retention.erasure.domain.TenantCode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Moves the business time of the caller's tenant ahead; there is no such thing outside of the
/// local profile.
@Path("/v1/local/business-clock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BusinessClockResource {
    private final MoveBusinessClock move;
    private final BusinessClock clock;
    private final CurrentTenant tenant;
    private final Idempotency idempotency;
    private final Ids ids;

    BusinessClockResource(
            MoveBusinessClock move,
            BusinessClock clock,
            CurrentTenant tenant,
            Idempotency idempotency,
            Ids ids) {
        this.move = move;
        this.clock = clock;
        this.tenant = tenant;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @PUT
    @PermissionsAllowed("retention.business-clock:move")
    public MovedView move(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull AdvanceView wanted) {
        if (!ConfigUtils.isProfileActive("local") && !ConfigUtils.isProfileActive("test")) {
            throw new Refusal(404, "not-found");
        }
        if (wanted.advance().isNegative()) {
            throw new Refusal(400, "backwards", "Business time only moves ahead");
        }
        var code = tenant.get().code();
        idempotency.once(
                key,
                "move-business-clock",
                wanted,
                () -> {
                    advance(new TenantCode(code), wanted.advance());
                    return ids.next();
                });
        return new MovedView(clock.instant(code));
    }

    private void advance(TenantCode code, Period by) {
        try {
            move.advance(code, by);
        } catch (MoveBusinessClock.TooFar _) {
            throw new Refusal(400, "too-far", "Business time moves at most 200 years ahead");
        }
    }

    /// @param advance ISO 8601, such as `P6Y`
    record AdvanceView(@NotNull @Schema(implementation = String.class) Period advance) {}

    record MovedView(Instant businessTime) {}
}
