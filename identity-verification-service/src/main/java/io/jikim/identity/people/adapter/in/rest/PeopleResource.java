package io.jikim.identity.people.adapter.in.rest;

import io.jikim.identity.people.application.CorrectItem;
import io.jikim.identity.people.application.CorrectItem.Correction;
import io.jikim.identity.people.application.ListPeople;
import io.jikim.identity.people.application.ReadProfile;
import io.jikim.identity.people.application.ReadProfile.Reading;
import io.jikim.identity.people.application.RegisterPerson;
import io.jikim.identity.people.application.RegisterPerson.Form;
import io.jikim.identity.people.application.RegisterPerson.Registration;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.Caller;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// Registering people, reading and correcting what they gave.
@Path("/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PeopleResource {

    private final RegisterPerson registerPerson;
    private final ReadProfile readProfile;
    private final CorrectItem correctItem;
    private final ListPeople listPeople;
    private final Idempotency idempotency;
    private final Caller caller;

    PeopleResource(
            RegisterPerson registerPerson,
            ReadProfile readProfile,
            CorrectItem correctItem,
            ListPeople listPeople,
            Idempotency idempotency,
            Caller caller) {
        this.registerPerson = registerPerson;
        this.readProfile = readProfile;
        this.correctItem = correctItem;
        this.listPeople = listPeople;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("identity.people:register")
    @Operation(
            operationId = "registerPerson",
            summary = "Make a person known, with the items that the published policy allows")
    @APIResponseSchema(value = Registered.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "no-policy, external-id-taken")
    @APIResponse(
            responseCode = "422",
            description = "unknown-item, missing-item, invalid-item, adder-unknown")
    public Response register(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RegistrationRequest request) {
        var form = request.toForm();
        var ref = idempotency.once(key, "people.register", request, () -> registered(form));
        return Response.created(URI.create("/v1/people/" + ref))
                .entity(new Registered(ref, request.kind()))
                .build();
    }

    private UUID registered(Form form) {
        return switch (registerPerson.register(form)) {
            case Registration.Registered(var ref) -> ref.value();
            case Registration.NoPolicy _ ->
                    throw new Refusal(409, "no-policy", "No policy is published yet");
            case Registration.ItemsRefused(var unknown, var missing) ->
                    throw GivenItems.refused(unknown, missing);
            case Registration.ExternalIdTaken _ -> throw new Refusal(409, "external-id-taken");
            case Registration.AdderUnknown _ -> throw new Refusal(422, "adder-unknown");
        };
    }

    @GET
    @PermissionsAllowed("identity.people:list")
    @Operation(operationId = "listPeople", summary = "Who is known, without what they gave")
    public People list(
            @QueryParam("kind") @Nullable PersonKind kind,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var found =
                listPeople
                        .page(
                                Optional.ofNullable(after).map(Cursor::read),
                                Optional.ofNullable(kind),
                                limit)
                        .stream()
                        .map(PersonView::of)
                        .toList();
        return new People(
                found, found.size() < limit ? null : Cursor.after(found.getLast().subjectRef()));
    }

    @GET
    @Path("/{subjectRef}")
    @PermissionsAllowed("identity.people:read")
    @Operation(operationId = "readProfile", summary = "Open a profile; leaves an access record")
    @Parameter(ref = "Jikim-Reason")
    @APIResponse(responseCode = "409", description = "Processing has stopped for this person")
    public ProfileView read(@PathParam("subjectRef") UUID subjectRef) {
        var access = caller.access("identity.people:read");
        return switch (readProfile.read(new SubjectRef(subjectRef), access)) {
            case Reading.Read(var person, var profile) -> ProfileView.of(person, profile);
            case Reading.ProcessingStopped _ -> throw new Refusal(409, "processing-stopped");
            case Reading.Unknown _ -> throw new Refusal(404, "not-found");
        };
    }

    @PUT
    @Path("/{subjectRef}/items/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("identity.people:correct")
    @Operation(operationId = "correctItem", summary = "Put one item right")
    @APIResponse(responseCode = "409", description = "Processing has stopped for this person")
    @APIResponse(responseCode = "422", description = "unknown-item, invalid-item")
    public Corrected correct(
            @PathParam("subjectRef") UUID subjectRef,
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid CorrectionRequest request) {
        var item =
                GivenItems.known(code)
                        .orElseThrow(() -> new Refusal(422, "unknown-item", null, List.of(code)));
        idempotency.once(
                key,
                "people.correct/" + subjectRef + "/" + code,
                request,
                () -> corrected(new SubjectRef(subjectRef), item, request));
        return new Corrected(subjectRef, code);
    }

    private UUID corrected(SubjectRef ref, ItemCode item, CorrectionRequest request) {
        var value = GivenItems.one(item, request.value());
        return switch (correctItem.correct(ref, item, value)) {
            case Correction.Corrected _ -> ref.value();
            case Correction.NotCollected(var unknown) ->
                    throw GivenItems.refused(List.of(unknown), List.of());
            case Correction.ProcessingStopped _ -> throw new Refusal(409, "processing-stopped");
            case Correction.Unknown _ -> throw new Refusal(404, "not-found");
        };
    }

    record Registered(UUID subjectRef, PersonKind kind) {}

    record People(List<PersonView> people, @Nullable String next) {
        People {
            people = List.copyOf(people);
        }
    }

    record Corrected(UUID subjectRef, String item) {}

    record CorrectionRequest(@NotNull String value) {

        @Override
        public String toString() {
            return "CorrectionRequest[…]";
        }
    }
}
