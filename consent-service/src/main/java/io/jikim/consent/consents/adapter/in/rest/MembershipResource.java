package io.jikim.consent.consents.adapter.in.rest;

import io.jikim.consent.consents.application.FindTermination;
import io.jikim.consent.consents.application.TerminateMembership;
import io.jikim.consent.consents.domain.Membership.Standing;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.platform.problem.Idempotency;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/v1/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MembershipResource {

    private final TerminateMembership terminateMembership;
    private final FindTermination findTermination;
    private final Idempotency idempotency;

    MembershipResource(
            TerminateMembership terminateMembership,
            FindTermination findTermination,
            Idempotency idempotency) {
        this.terminateMembership = terminateMembership;
        this.findTermination = findTermination;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/{ref}/termination")
    @PermissionsAllowed("consent.memberships:terminate")
    @Operation(
            operationId = "terminateMembership",
            summary =
                    "End the service for a person: processing stops with this answer; a second"
                            + " time answers the same")
    public Receipt terminate(
            @HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("ref") UUID ref) {
        var subject = new SubjectRef(ref);
        idempotency.once(
                key,
                "memberships.terminate",
                ref,
                () -> terminateMembership.terminate(subject).termination());
        return Receipt.of(ref, findTermination.of(subject));
    }

    /// The receipt for "processing stopped". It is no certificate of destruction, which follows
    /// when everything that must go is gone.
    record Receipt(
            UUID terminationId,
            UUID subjectRef,
            String status,
            Instant processingStoppedAt,
            List<Step> next) {

        record Step(String code, String ko, String en) {}

        private static final List<Step> NEXT =
                List.of(
                        new Step(
                                "ERASURE",
                                "모든 시스템에서 개인정보를 파기합니다.",
                                "Personal data is erased in every system."),
                        new Step(
                                "ARCHIVE",
                                "법률이 보존을 요구하는 기록은 별도의 DB로 옮겨 기간이 끝나면 파기합니다.",
                                "Records that a law keeps move to a separate database and are"
                                        + " destroyed when their period ends."),
                        new Step(
                                "CERTIFICATE",
                                "결과를 알리고 누구나 확인할 수 있는 파기 증명서를 발급합니다.",
                                "The result is notified, and a certificate is issued that anyone"
                                        + " can check."));

        static Receipt of(UUID ref, Standing.Terminated fact) {
            return new Receipt(fact.termination(), ref, "PROCESSING_STOPPED", fact.at(), NEXT);
        }
    }
}
