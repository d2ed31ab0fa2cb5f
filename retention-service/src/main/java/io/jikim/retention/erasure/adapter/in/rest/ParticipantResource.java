package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.platform.access.Actor;
import io.jikim.platform.access.Caller;
import io.jikim.platform.access.Role;
import io.jikim.platform.crypto.Verifier;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.jikim.retention.erasure.application.FindParticipants;
import io.jikim.retention.erasure.application.RegisterParticipant;
import io.jikim.retention.erasure.application.RetireParticipant;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Internal services that take part in erasures over Kafka.
@Path("/v1/participants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ParticipantResource {
    private final RegisterParticipant register;
    private final RetireParticipant retire;
    private final Caller caller;
    private final FindParticipants participants;
    private final Idempotency idempotency;

    ParticipantResource(
            RegisterParticipant register,
            RetireParticipant retire,
            FindParticipants participants,
            Caller caller,
            Idempotency idempotency) {
        this.register = register;
        this.retire = retire;
        this.caller = caller;
        this.participants = participants;
        this.idempotency = idempotency;
    }

    /// Takes part in every case that is opened from now on. Again is harmless; another key or
    /// another client under the same name is refused.
    @POST
    @PermissionsAllowed("retention.participants:write")
    public ParticipantView register(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull ParticipantView wanted) {
        refuseOtherKeys(wanted.publicKey());
        var client = itself();
        idempotency.once(
                key,
                "register-participant",
                wanted,
                () -> {
                    register.register(wanted.toDomain(), client);
                    return id(wanted.name());
                });
        return wanted;
    }

    /// Takes part in no case that is opened from now on; open cases go on waiting for it. Needs a
    /// reason, which stands in the audit log.
    @POST
    @Path("/{name}/retirement")
    @Consumes(MediaType.WILDCARD)
    @PermissionsAllowed("retention.participants:retire")
    @Parameter(ref = "Jikim-Reason")
    public RetiredView retire(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("name") @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,79}") String name) {
        var access = caller.access("participant.retire");
        idempotency.once(
                key,
                "retire-participant",
                name,
                () -> {
                    retire.retire(new ParticipantName(name), access);
                    return id(name);
                });
        return new RetiredView(name);
    }

    private Optional<String> itself() {
        return Optional.of(caller.actor())
                .filter(actor -> actor.role().equals(Role.PARTICIPANT.name()))
                .map(Actor::id);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
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

    record RetiredView(String retired) {}

    record ParticipantView(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,79}") String name,
            @NotBlank @Size(max = 200) String publicKey,
            @NotNull @Size(max = RegisterParticipant.CATEGORIES)
                    List<@NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,60}") String> categories) {
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
