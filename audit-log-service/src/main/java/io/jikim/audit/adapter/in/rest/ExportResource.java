package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.BeginExport;
import io.jikim.audit.application.ReadExport;
import io.jikim.platform.access.Caller;
import io.jikim.platform.problem.Refusal;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Access records to take along, with what proves them.
@Path("/v1/access-records/export")
@RunOnVirtualThread
class ExportResource {
    private final BeginExport beginExport;
    private final ReadExport readExport;
    private final Cursors cursors;
    private final Caller caller;

    ExportResource(BeginExport beginExport, ReadExport readExport, Cursors cursors, Caller caller) {
        this.beginExport = beginExport;
        this.readExport = readExport;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("audit.exports:read")
    @Operation(
            summary = "Access records as a file: csv, jsonl or ocsf, oldest first",
            description =
                    "Filters as those of the search. A ZIP of the records and `proof.jsonl`, which"
                            + " `./jikim verify-export` checks; with `proof=false` the records alone. A"
                            + " download leaves an access record about everybody in it. 10,000 records"
                            + " at most: the header Jikim-Count says how many, Jikim-Next is there"
                            + " where it goes on; give it back as `after`.")
    @Parameter(ref = "Jikim-Reason")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = "application/zip"),
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "application/jsonl")
            })
    public Response export(
            @QueryParam("format") @Nullable String format,
            @QueryParam("proof") @Pattern(regexp = "true|false") @Nullable String proof,
            @QueryParam("subjectRef") @Nullable UUID subjectRef,
            @QueryParam("actor") @Size(min = 1, max = 200) @Nullable String actor,
            @QueryParam("action") @Pattern(regexp = AskedAccesses.ACTION) @Nullable String action,
            @QueryParam("system") @Size(min = 1, max = 200) @Nullable String system,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("after") @Nullable String after) {
        var access = caller.access("DOWNLOAD");
        var form = form(format);
        var asked = new AskedAccesses(subjectRef, actor, action, system, from, until);
        var begun =
                beginExport
                        .begin(asked.behind(after, cursors), access)
                        .orElseThrow(
                                () -> new Refusal(404, "log-empty", "Nothing has been logged yet"));
        var file = new ExportFile(begun, form, readExport);
        boolean proven = !"false".equals(proof);
        var name = "access-records." + (proven ? "zip" : form.suffix());
        return Response.ok(
                        proven ? file.proven() : file.records(),
                        proven ? "application/zip" : form.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("Jikim-Count", begun.selection().indexes().size())
                .header("Jikim-Next", cursors.behind(begun.selection().next(), asked.asList()))
                .build();
    }

    private static ExportForm form(@Nullable String name) {
        try {
            return ExportForm.named(name == null ? "" : name);
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "format-unknown", "format is csv, jsonl or ocsf");
        }
    }
}
