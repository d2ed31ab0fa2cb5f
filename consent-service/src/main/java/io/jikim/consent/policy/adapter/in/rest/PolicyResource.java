package io.jikim.consent.policy.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.jikim.consent.policy.application.CurrentPolicy;
import io.jikim.consent.policy.application.ImportPolicy;
import io.jikim.consent.policy.application.ImportPolicy.Import;
import io.jikim.consent.policy.application.PublishPolicy;
import io.jikim.consent.policy.domain.PolicyId;
import io.jikim.consent.policy.domain.PolicyVersion;
import io.jikim.consent.policy.domain.PolicyVersion.Publication;
import io.jikim.consent.policy.domain.PolicyVersion.State;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PolicyResource {

    private static final int MAX_BYTES = 256 * 1024;

    private final ImportPolicy importPolicy;
    private final PublishPolicy publishPolicy;
    private final CurrentPolicy currentPolicy;
    private final Idempotency idempotency;

    PolicyResource(
            ImportPolicy importPolicy,
            PublishPolicy publishPolicy,
            CurrentPolicy currentPolicy,
            Idempotency idempotency) {
        this.importPolicy = importPolicy;
        this.publishPolicy = publishPolicy;
        this.currentPolicy = currentPolicy;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml"})
    @ResponseStatus(201)
    @APIResponseSchema(value = VersionView.class, responseCode = "201")
    @PermissionsAllowed("consent.policies:write")
    @Operation(
            operationId = "importPolicy",
            summary =
                    "Hand in a policy as YAML; it becomes a draft, or every error is told with its line")
    public VersionView importPolicy(
            @HeaderParam("Idempotency-Key") @Nullable String key, byte[] yaml) {
        var text = text(yaml);
        var id = idempotency.once(key, "policies.import", text, () -> draft(text));
        return VersionView.of(currentPolicy.version(new PolicyId(id)));
    }

    @POST
    @Path("/{version}/publication")
    @PermissionsAllowed("consent.policies:publish")
    @Operation(
            operationId = "publishPolicy",
            summary = "Bring a version into force; a second time answers the same")
    public VersionView publish(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("version") int version) {
        var id = idempotency.once(key, "policies.publish", version, () -> published(version));
        return VersionView.of(currentPolicy.version(new PolicyId(id)));
    }

    @GET
    @Path("/current")
    @PermissionsAllowed("consent.policies:read")
    @Operation(operationId = "currentPolicy", summary = "The policy in force, as data")
    public CurrentView current() {
        var policy = currentPolicy.current();
        return new CurrentView(VersionView.of(policy), policy.document().canonicalJson());
    }

    private UUID draft(String yaml) {
        return switch (importPolicy.read(yaml)) {
            case Import.Drafted(var draft) -> draft.id().value();
            case Import.Rejected(var errors) ->
                    throw new Refusal(
                            422,
                            "policy-invalid",
                            "Nothing is stored; correct every error and send the file again.",
                            errors);
        };
    }

    private UUID published(int version) {
        return switch (publishPolicy.publish(version)) {
            case Publication.Done(var published) -> published.id().value();
            case Publication.AlreadyDone(var published) -> published.id().value();
            case Publication.Overtaken(var by) ->
                    throw new Refusal(
                            409, "newer-version-published", "Version " + by + " is in force.");
        };
    }

    private static String text(byte[] yaml) {
        if (yaml.length > MAX_BYTES) {
            throw new Refusal(413, "policy-too-large", "A policy has at most 256 KiB.");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "policy-not-utf-8", "A policy is written in UTF-8.");
        }
    }

    /// One version; `digest` is the SHA-256 of the policy's canonical JSON.
    record VersionView(
            UUID id,
            int version,
            String digest,
            String state,
            Instant importedAt,
            @Nullable Instant publishedAt) {

        static VersionView of(PolicyVersion version) {
            var id = version.id().value();
            var digest = version.document().digest();
            return switch (version.state()) {
                case State.Draft(var imported) ->
                        new VersionView(id, version.number(), digest, "DRAFT", imported, null);
                case State.Published(var imported, var at) ->
                        new VersionView(id, version.number(), digest, "PUBLISHED", imported, at);
            };
        }
    }

    /// The version in force and the whole policy.
    record CurrentView(
            VersionView version, @JsonRawValue @Schema(type = SchemaType.OBJECT) String policy) {}
}
