package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.domain.OutsideAccess;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One access as an outside system tells of it; its fields stand where a search shows them.
@Schema(requiredProperties = {"id", "did"})
record RecordBody(
        @Schema(
                        format = "uuid",
                        description = "Chosen by the system; told again, it is the same access")
                @Nullable String id,
        @Nullable DidBody did,
        @Schema(maxItems = 1_000, description = "Whose data it was: subjectRefs")
                @Nullable List<@Nullable String> subjects,
        @Nullable BulkBody bulk) {

    /// What was done.
    @Schema(requiredProperties = {"at", "actor", "from", "action", "resource"})
    record DidBody(
            @Schema(
                            format = "date-time",
                            description =
                                    "With at most microseconds; at most 31 days ago and five minutes ahead")
                    @Nullable String at,
            @Nullable WhoBody actor,
            @Schema(maxLength = 200, description = "Network address or terminal; kept sealed")
                    @Nullable String from,
            @Schema(description = "One of GET /v1/access-records/actions") @Nullable String action,
            @Schema(maxLength = 200, description = "What of the system: a screen, a table, a file")
                    @Nullable String resource,
            @Schema(pattern = "[A-Z_]{3,40}") @Nullable String reason,
            @Schema(maxLength = 1_000, description = "Free text; kept sealed")
                    @Nullable String note) {}

    /// Who did it.
    @Schema(requiredProperties = "id")
    record WhoBody(
            @Schema(maxLength = 200, description = "As the system knows its people")
                    @Nullable String id,
            @Schema(maxLength = 200, description = "The account used; kept sealed")
                    @Nullable String account,
            @Schema(maxLength = 80) @Nullable String role) {}

    /// In place of subjects where they are not listed one by one.
    @Schema(requiredProperties = {"count", "queryDigest"})
    record BulkBody(
            @Schema(
                            type = SchemaType.INTEGER,
                            format = "int64",
                            minimum = "1",
                            description = "How many people's data it was")
                    @Nullable Number count,
            @Schema(
                            pattern = "[0-9a-f]{64}",
                            description =
                                    "SHA-256 of the question by which they can be found again")
                    @Nullable String queryDigest) {}

    OutsideAccess toDomain() {
        return new OutsideAccess(
                id,
                did == null ? nothing() : did(did),
                subjects == null ? List.of() : subjects,
                bulk == null ? null : new OutsideAccess.Bulk(bulk.count, bulk.queryDigest));
    }

    private static OutsideAccess.Did did(DidBody did) {
        return new OutsideAccess.Did(
                did.at,
                did.actor == null
                        ? nobody()
                        : new OutsideAccess.Who(did.actor.id, did.actor.account, did.actor.role),
                did.from,
                did.action,
                did.resource,
                did.reason,
                did.note);
    }

    private static OutsideAccess.Did nothing() {
        return new OutsideAccess.Did(null, nobody(), null, null, null, null, null);
    }

    private static OutsideAccess.Who nobody() {
        return new OutsideAccess.Who(null, null, null);
    }
}
