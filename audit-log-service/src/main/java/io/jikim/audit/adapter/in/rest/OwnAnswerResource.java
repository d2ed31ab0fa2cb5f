package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.AnswerAbout;
import io.jikim.audit.domain.Viewer;
import io.jikim.platform.access.Caller;
import io.jikim.platform.problem.Refusal;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// For the person herself: who looked at her data, with what shows that nothing was left out.
@Path("/v1/me/access-records/answer")
@RunOnVirtualThread
class OwnAnswerResource {
    static final int PAGE = 100;

    private final AnswerAbout answerAbout;
    private final Caller caller;

    OwnAnswerResource(AnswerAbout answerAbout, Caller caller) {
        this.answerAbout = answerAbout;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("audit.own-access-records:read")
    @Operation(
            summary = "All records of who looked at my personal data, for `jikim verify-answer`",
            description =
                    "For an account that is a data subject's (404 `no-person` for others). Each record has her running"
                            + " number and leads to one checkpoint. Looking leaves an access record of its own, which"
                            + " takes the next number: an answer that is asked for later shows what was the last one"
                            + " here. `next` is null on the last page; give it back as `after` for the following one.")
    public AnswerView answer(@QueryParam("after") @Nullable String after) {
        var from = AnswerCursor.read(after);
        return answerAbout
                .about(caller.person(), Viewer.HERSELF, from, PAGE, caller.ownAccess("ANSWER_OWN"))
                .map(AnswerView::of)
                .orElseThrow(() -> nothingSigned(after));
    }

    static Refusal nothingSigned(@Nullable String after) {
        return after == null
                ? new Refusal(404, "log-empty", "Nothing has been logged yet")
                : AnswerCursor.unknown();
    }
}
