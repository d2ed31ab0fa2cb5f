package io.jikim.consent.consents.adapter.in.rest;

import io.jikim.consent.consents.application.CurrentNotices;
import io.jikim.consent.consents.domain.Notice;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NoticeResource {

    private final CurrentNotices currentNotices;

    NoticeResource(CurrentNotices currentNotices) {
        this.currentNotices = currentNotices;
    }

    @GET
    @PermissionsAllowed("consent.notices:read")
    @Operation(
            operationId = "notices",
            summary =
                    "What a person of a kind is asked now: show `text` whole, answer its `digest`")
    public List<NoticeView> notices(
            @QueryParam("kind") @Nullable String kind, @QueryParam("lang") @Nullable String lang) {
        return currentNotices.of(Parameters.kind(kind), Parameters.language(lang)).stream()
                .map(NoticeView::of)
                .toList();
    }

    /// A notice to show; `digest` is the SHA-256 of the UTF-8 bytes of `text`.
    record NoticeView(
            String purpose,
            boolean optional,
            String lang,
            String title,
            List<Clause> clauses,
            String text,
            String digest) {

        record Clause(String heading, String text) {}

        static NoticeView of(Notice notice) {
            return new NoticeView(
                    notice.purpose(),
                    notice.optional(),
                    notice.language().code(),
                    notice.title(),
                    notice.clauses().stream()
                            .map(clause -> new Clause(clause.heading(), clause.text()))
                            .toList(),
                    notice.text(),
                    notice.digest());
        }
    }
}
