package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.AnswerAbout;
import io.jikim.audit.domain.Viewer;
import io.jikim.platform.access.Caller;
import io.jikim.platform.problem.Refusal;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// For officers and auditors: who looked at one person's data, with what shows that nothing was
/// left out.
@Path("/v1/access-records/answers")
@RunOnVirtualThread
class AnswerResource {
    private final AnswerAbout answerAbout;
    private final Caller caller;

    AnswerResource(AnswerAbout answerAbout, Caller caller) {
        this.answerAbout = answerAbout;
        this.caller = caller;
    }

    @GET
    @Path("/{subjectRef}")
    @PermissionsAllowed("audit.access-records:read")
    @Operation(
            summary = "All records of who looked at a person's data, for `jikim verify-answer`",
            description =
                    "Every field is shown but whom else a record is about. Each record has her running number and"
                            + " leads to one checkpoint. Looking leaves an access record of its own, which takes the"
                            + " next number. 404 `nothing-kept` where there is none about her. `next` is null on the"
                            + " last page; give it back as `after` for the following one.")
    @Parameter(ref = "Jikim-Reason")
    public AnswerView answer(
            @PathParam("subjectRef") UUID subjectRef, @QueryParam("after") @Nullable String after) {
        var from = AnswerCursor.read(after);
        var access = caller.access("ANSWER");
        var answer =
                answerAbout
                        .about(subjectRef, Viewer.OFFICER, from, OwnAnswerResource.PAGE, access)
                        .orElseThrow(() -> OwnAnswerResource.nothingSigned(after));
        if (answer.extent().isEmpty()) {
            throw new Refusal(404, "nothing-kept", "No access to this person's data is on record");
        }
        return AnswerView.of(answer);
    }
}
