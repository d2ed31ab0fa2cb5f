package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.platform.crypto.Verifier;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.jikim.retention.erasure.application.FindParticipants;
import io.jikim.retention.erasure.application.RegisterParticipant;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Internal services that take part in erasures over Kafka.
@Path("/v1/participants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ParticipantResource {
    private final RegisterParticipant register;
    private final FindParticipants participants;
    private final Idempotency idempotency;

    ParticipantResource(
            RegisterParticipant register, FindParticipants participants, Idempotency idempotency) {
        this.register = register;
        this.participants = participants;
        this.idempotency = idempotency;
    }

    /// Takes part in every case that is opened from now on. Again is harmless; another key under
    /// the same name is refused.
    @POST
    @PermissionsAllowed("retention.participants:write")
    public ParticipantView register(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull ParticipantView wanted) {
        refuseOtherKeys(wanted.publicKey());
        idempotency.once(
                key,
                "register-participant",
                wanted,
                () -> {
                    register.register(wanted.toDomain());
                    return UUID.nameUUIDFromBytes(wanted.name().getBytes(StandardCharsets.UTF_8));
                });
        return wanted;
    }

    private static void refuseOtherKeys(String publicKey) {
        try {
            Verifier.ofSpki(Base64.getDecoder().decode(publicKey));
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "not-a-key", "publicKey is the Base64 SPKI of an Ed25519 key");
        }
    }

    @GET
    @PermissionsAllowed("retention.participants:read")
    public List<ParticipantView> all() {
        return participants.all().stream().map(ParticipantView::of).toList();
    }

    record ParticipantView(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,79}") String name,
            @NotBlank String publicKey,
            @NotNull List<@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,60}") String> categories) {
        static ParticipantView of(Participant participant) {
            return new ParticipantView(
                    participant.name().code(),
                    participant.publicKey(),
                    participant.categories().stream().map(Category::code).sorted().toList());
        }

        Participant toDomain() {
            return new Participant(
                    new ParticipantName(name),
                    publicKey,
                    categories.stream().map(Category::new).collect(Collectors.toSet()));
        }
    }
}
