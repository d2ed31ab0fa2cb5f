package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.platform.access.Caller;
import io.jikim.platform.problem.Idempotency;
import io.jikim.retention.erasure.application.DepositIdentifiers;
import io.jikim.retention.erasure.application.ReadIdentifiers;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What a case knows of its person: deposited by identity, read by participants, destroyed with the
/// certificate.
@Path("/v1/erasures/{id}/identifiers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IdentifiersResource {
    private final DepositIdentifiers deposit;
    private final ReadIdentifiers read;
    private final Idempotency idempotency;
    private final Caller caller;

    IdentifiersResource(
            DepositIdentifiers deposit,
            ReadIdentifiers read,
            Idempotency idempotency,
            Caller caller) {
        this.deposit = deposit;
        this.read = read;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed("retention.identifiers:deposit")
    public DepositedView deposit(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull IdentifiersView person) {
        var erasure =
                idempotency.once(
                        key,
                        "deposit-identifiers/" + id,
                        person,
                        () -> {
                            deposit.deposit(new ErasureId(id), person.toDomain());
                            return id;
                        });
        return new DepositedView(erasure);
    }

    @GET
    @PermissionsAllowed("retention.identifiers:read")
    @Parameter(ref = "Jikim-Reason")
    public IdentifiersView read(@PathParam("id") UUID id) {
        return IdentifiersView.of(
                read.read(new ErasureId(id), caller.access("erasure.read-identifiers")));
    }

    record DepositedView(UUID caseId) {}

    record IdentifiersView(
            @NotBlank @Size(max = 60) String kind,
            @Nullable @Size(max = 200) String externalId,
            @Nullable @Size(max = 320) String email,
            @NotNull @Pattern(regexp = "ko|en") String locale,
            @Nullable @Size(max = 200) String displayName) {
        static IdentifiersView of(Identifiers person) {
            return new IdentifiersView(
                    person.kind(),
                    person.externalId(),
                    person.email(),
                    person.locale(),
                    person.displayName());
        }

        Identifiers toDomain() {
            return new Identifiers(kind, externalId, email, locale, displayName);
        }
    }
}
