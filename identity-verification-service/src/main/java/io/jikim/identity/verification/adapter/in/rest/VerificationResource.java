package io.jikim.identity.verification.adapter.in.rest;

import io.jikim.identity.verification.application.CountTry;
import io.jikim.identity.verification.application.EnterCode;
import io.jikim.identity.verification.application.EnterCode.Entry;
import io.jikim.identity.verification.application.FindVerification;
import io.jikim.identity.verification.application.ResendCode;
import io.jikim.identity.verification.application.ResendCode.Resend;
import io.jikim.identity.verification.application.StartVerification;
import io.jikim.identity.verification.application.StartVerification.Start;
import io.jikim.identity.verification.domain.Code;
import io.jikim.identity.verification.domain.SubjectRef;
import io.jikim.identity.verification.domain.Verification;
import io.jikim.identity.verification.domain.VerificationId;
import io.jikim.platform.edge.RateLimited;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// Starting, entering the code, asking for another mail.
@Path("/v1/verifications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VerificationResource {

    private final StartVerification startVerification;
    private final ResendCode resendCode;
    private final CountTry countTry;
    private final EnterCode enterCode;
    private final FindVerification findVerification;
    private final Idempotency idempotency;

    VerificationResource(
            StartVerification startVerification,
            ResendCode resendCode,
            CountTry countTry,
            EnterCode enterCode,
            FindVerification findVerification,
            Idempotency idempotency) {
        this.startVerification = startVerification;
        this.resendCode = resendCode;
        this.countTry = countTry;
        this.enterCode = enterCode;
        this.findVerification = findVerification;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("identity.verifications:write")
    @Operation(
            operationId = "startVerification",
            summary = "Send a code to the person's address; the mail goes when the server takes it")
    @APIResponseSchema(value = VerificationView.class, responseCode = "202")
    @APIResponse(responseCode = "409", description = "no-address, already-verified, stopped")
    @APIResponse(responseCode = "429", description = "The mailbox gets no more mail for now")
    public Response start(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid StartRequest request) {
        var id =
                idempotency.once(
                        key,
                        "verifications.start",
                        request,
                        () -> started(new SubjectRef(request.subjectRef())));
        return Response.accepted(view(id)).build();
    }

    private UUID started(SubjectRef subject) {
        return switch (startVerification.start(subject)) {
            case Start.Started(var verification) -> verification.id().value();
            case Start.TooSoon(var again) -> throw new TooSoon(again);
            case Start.AlreadyVerified _ -> throw new Refusal(409, "already-verified");
            case Start.NoAddress _ -> throw new Refusal(409, "no-address");
            case Start.ProcessingStopped _ -> throw new Refusal(409, "processing-stopped");
            case Start.Unknown _ -> throw new Refusal(404, "not-found");
        };
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("identity.verifications:read")
    @Operation(operationId = "findVerification", summary = "Where a verification stands")
    public VerificationView find(@PathParam("id") UUID id) {
        return view(id);
    }

    /// The try is counted before, and outside of, everything else: a repetition of a request may
    /// cost a try, but no guess is ever free.
    @POST
    @RateLimited
    @Path("/{id}/code")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("identity.verifications:write")
    @Operation(operationId = "enterCode", summary = "Enter the code that came by mail")
    @APIResponse(responseCode = "410", description = "The verification is out of time")
    @APIResponse(responseCode = "422", description = "This is not the code")
    @APIResponse(responseCode = "423", description = "Too many wrong codes")
    public VerificationView enter(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid CodeRequest request) {
        var verification = new VerificationId(id);
        boolean counted = countTry.count(verification);
        var entered =
                idempotency.once(
                        key,
                        "verifications.code/" + id,
                        request,
                        () -> entered(verification, new Code(request.code()), counted));
        return judged(find(new VerificationId(entered)));
    }

    /// What changed must be kept, so a wrong code is no exception here; the answer is read from the
    /// state afterwards.
    private UUID entered(VerificationId id, Code code, boolean counted) {
        return switch (enterCode.enter(id, code, counted)) {
            case Entry.Verified _, Entry.Wrong _, Entry.Locked _, Entry.Expired _ -> id.value();
            case Entry.NoTriesLeft _ -> throw new Refusal(423, "verification-locked");
            case Entry.AlreadyVerified _ -> throw new Refusal(409, "already-verified");
            case Entry.Unknown _ -> throw new Refusal(404, "not-found");
        };
    }

    private static VerificationView judged(Verification verification) {
        var view = VerificationView.of(verification);
        return switch (view.state()) {
            case VERIFIED -> view;
            case PENDING -> throw new Refusal(422, "wrong-code", "Tries left: " + view.triesLeft());
            case LOCKED -> throw new Refusal(423, "verification-locked");
            case EXPIRED -> throw new Refusal(410, "verification-expired");
        };
    }

    @POST
    @RateLimited
    @Path("/{id}/resend")
    @PermissionsAllowed("identity.verifications:write")
    @Operation(operationId = "resendCode", summary = "Send another mail with another code")
    @APIResponseSchema(value = VerificationView.class, responseCode = "202")
    @APIResponse(responseCode = "429", description = "The mailbox gets no more mail for now")
    public Response resend(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        idempotency.once(
                key,
                "verifications.resend/" + id,
                null,
                () ->
                        switch (resendCode.resend(new VerificationId(id))) {
                            case Resend.Resent _ -> id;
                            case Resend.TooSoon(var again) -> throw new TooSoon(again);
                            case Resend.Closed _ -> throw new Refusal(409, "verification-closed");
                            case Resend.Unknown _ -> throw new Refusal(404, "not-found");
                        });
        return Response.accepted(view(id)).build();
    }

    private VerificationView view(UUID id) {
        return VerificationView.of(find(new VerificationId(id)));
    }

    private Verification find(VerificationId id) {
        return findVerification.find(id).orElseThrow(() -> new Refusal(404, "not-found"));
    }

    record StartRequest(@NotNull UUID subjectRef) {}

    record CodeRequest(@NotNull @Pattern(regexp = "[0-9]{6}") String code) {

        @Override
        public String toString() {
            return "CodeRequest[…]";
        }
    }
}
