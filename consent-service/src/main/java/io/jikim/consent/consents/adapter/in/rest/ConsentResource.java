package io.jikim.consent.consents.adapter.in.rest;

import io.jikim.consent.consents.application.AnswerNotice;
import io.jikim.consent.consents.application.FindConsent;
import io.jikim.consent.consents.application.WithdrawConsent;
import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.Method;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.platform.access.Caller;
import io.jikim.platform.problem.Idempotency;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConsentResource {

    private final AnswerNotice answerNotice;
    private final WithdrawConsent withdrawConsent;
    private final FindConsent findConsent;
    private final Idempotency idempotency;
    private final Caller caller;

    ConsentResource(
            AnswerNotice answerNotice,
            WithdrawConsent withdrawConsent,
            FindConsent findConsent,
            Idempotency idempotency,
            Caller caller) {
        this.answerNotice = answerNotice;
        this.withdrawConsent = withdrawConsent;
        this.findConsent = findConsent;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    @PermissionsAllowed("consent.consents:write")
    @Operation(
            operationId = "answerNotice",
            summary = "Record a yes or no to one purpose, against the digest of the text shown")
    public ConsentView answer(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid AnswerRequest request) {
        var id = idempotency.once(key, "consents.answer", request, () -> record(request));
        return ConsentView.of(findConsent.find(new ConsentId(id)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @PermissionsAllowed("consent.consents:write")
    @Operation(
            operationId = "withdrawConsent",
            summary = "Take a consent back; a second time answers the first withdrawal again")
    public ConsentView withdraw(
            @HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        var withdrawal =
                idempotency.once(
                        key,
                        "consents.withdraw",
                        id,
                        () -> withdrawConsent.withdraw(new ConsentId(id)).id().value());
        return ConsentView.of(findConsent.find(new ConsentId(withdrawal)));
    }

    private UUID record(AnswerRequest request) {
        var method = request.method();
        return answerNotice
                .answer(
                        new AnswerNotice.Given(
                                new SubjectRef(request.subjectRef()),
                                request.purpose(),
                                request.decision() == Decision.GIVEN,
                                request.noticeDigest(),
                                Parameters.language(request.lang()),
                                method == null ? Method.WEB : method,
                                caller.actor().id()))
                .id()
                .value();
    }

    /// What the person has said.
    enum Decision {
        GIVEN,
        REFUSED
    }

    /// An answer to a notice; `method` is how it was taken, WEB if nothing is said.
    record AnswerRequest(
            @NotNull UUID subjectRef,
            @NotBlank @Size(max = 60) String purpose,
            @NotNull Decision decision,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String noticeDigest,
            @NotNull @Pattern(regexp = "ko|en") String lang,
            @Nullable Method method) {}
}
