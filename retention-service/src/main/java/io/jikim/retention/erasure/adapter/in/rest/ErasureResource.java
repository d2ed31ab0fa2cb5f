package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.platform.problem.Refusal;
import io.jikim.retention.erasure.application.ExplainPlan;
import io.jikim.retention.erasure.application.FetchCertificate;
import io.jikim.retention.erasure.application.FindErasures;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Cases, their plans and their certificates.
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ErasureResource {
    private final FindErasures erasures;
    private final ExplainPlan explain;
    private final FetchCertificate certificates;
    private final CasePage page;

    ErasureResource(
            FindErasures erasures,
            ExplainPlan explain,
            FetchCertificate certificates,
            CasePage page) {
        this.erasures = erasures;
        this.explain = explain;
        this.certificates = certificates;
        this.page = page;
    }

    /// Newest first; `next` is the cursor of the following page, absent on the last.
    @GET
    @PermissionsAllowed("retention.erasures:list")
    public CasesView list(
            @QueryParam("subjectRef") @Nullable UUID subject,
            @QueryParam("before") @Nullable UUID before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var found =
                erasures.list(
                        subject == null ? null : new SubjectId(subject),
                        before == null ? null : new ErasureId(before),
                        limit);
        var next = found.size() == limit ? found.getLast().id().value() : null;
        return new CasesView(found.stream().map(CaseView::of).toList(), next);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("retention.erasures:read")
    public CaseView read(@PathParam("id") UUID id) {
        return CaseView.of(erasures.find(new ErasureId(id)));
    }

    @GET
    @Path("/{id}")
    @Produces("text/html;qs=0.5")
    @PermissionsAllowed("retention.erasures:read")
    public String page(
            @PathParam("id") UUID id, @QueryParam("lang") @DefaultValue("ko") String lang) {
        return page.of(CaseView.of(erasures.find(new ErasureId(id))), lang);
    }

    @GET
    @Path("/{id}/plan")
    @PermissionsAllowed("retention.erasures:read")
    public PlanView plan(@PathParam("id") UUID id) {
        return PlanView.of(explain.explain(new ErasureId(id)));
    }

    /// The certificate exactly as it was signed, with the audit log's proof, or null while the log
    /// has no place for it yet.
    @GET
    @Path("/{id}/certificate")
    @PermissionsAllowed("retention.erasures:read")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = BundleView.class)))
    public String certificate(
            @PathParam("id") UUID id, @QueryParam("revision") @Nullable Integer revision) {
        var erasure = erasures.find(new ErasureId(id));
        return Optional.of(erasure)
                .flatMap(known -> certificates.fetch(known.id(), revision))
                .map(BundleView::json)
                .orElseThrow(() ->
                        new Refusal(
                                404,
                                "not-certified",
                                "There is no such certificate of this case (yet)"));
    }

    record CasesView(List<CaseView> cases, @Nullable UUID next) {}
}
