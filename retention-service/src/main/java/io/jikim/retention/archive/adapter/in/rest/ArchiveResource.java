package io.jikim.retention.archive.adapter.in.rest;

import io.jikim.platform.access.Caller;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.jikim.retention.archive.application.Deposit;
import io.jikim.retention.archive.application.DepositRecords;
import io.jikim.retention.archive.application.ListArchivedRecords;
import io.jikim.retention.archive.application.ReadArchivedRecord;
import io.jikim.retention.archive.domain.ArchivedContent;
import io.jikim.retention.erasure.application.port.ArchiveReceipt;
import io.jikim.retention.erasure.application.port.ArchivedRecord;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What the law keeps, over REST.
@Path("/v1/archive/records")
@RunOnVirtualThread
class ArchiveResource {
    private final ListArchivedRecords list;
    private final ReadArchivedRecord read;
    private final DepositRecords deposit;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final Idempotency idempotency;

    ArchiveResource(
            ListArchivedRecords list,
            ReadArchivedRecord read,
            DepositRecords deposit,
            CurrentTenant tenant,
            Caller caller,
            Idempotency idempotency) {
        this.list = list;
        this.read = read;
        this.deposit = deposit;
        this.tenant = tenant;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    record RecordView(
            UUID recordId,
            UUID caseId,
            String category,
            String basis,
            LocalDate legalEvent,
            LocalDate until,
            String state,
            @Nullable Instant destroyedAt) {
        static RecordView of(ArchivedRecord record) {
            return new RecordView(
                    record.record(),
                    record.erasure().value(),
                    record.category().code(),
                    record.basis(),
                    record.legalEvent(),
                    record.until(),
                    record.destroyedAt() == null ? "KEPT" : "DESTROYED",
                    record.destroyedAt());
        }
    }

    record ContentView(
            UUID recordId,
            String category,
            String basis,
            LocalDate until,
            String source,
            Map<String, String> fields) {
        static ContentView of(ArchivedContent content) {
            return new ContentView(
                    content.record(),
                    content.category(),
                    content.basis(),
                    content.until(),
                    content.source(),
                    content.fields());
        }
    }

    record RecordsView(List<RecordView> records) {}

    record DepositRequest(
            @NotNull UUID caseId,
            @NotEmpty @Size(max = 1000) List<@Valid @NotNull HandedRecord> records) {}

    record HandedRecord(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,60}") String category,
            @NotNull @Size(min = 1, max = 200) String key,
            @NotNull LocalDate legalEventDate,
            @Nullable String basis,
            @NotEmpty Map<String, String> fields) {
        DepositRecords.Handed toDomain() {
            return new DepositRecords.Handed(
                    new Category(category), key, legalEventDate, basis, fields);
        }
    }

    record ReceiptView(@Nullable UUID recordId, LocalDate until, String state) {
        static ReceiptView of(ArchiveReceipt receipt) {
            return switch (receipt) {
                case ArchiveReceipt.Kept kept ->
                        new ReceiptView(kept.record(), kept.until(), "KEPT");
                case ArchiveReceipt.PeriodOver(var ended) ->
                        new ReceiptView(null, ended, "PERIOD_OVER");
            };
        }
    }

    record ReceiptsView(List<ReceiptView> receipts) {}

    @GET
    @PermissionsAllowed("retention.archive:list")
    public RecordsView list(@QueryParam("subjectRef") @Nullable UUID subjectRef) {
        if (subjectRef == null) {
            throw new Refusal(400, "subject-required", "Say whose records: ?subjectRef=");
        }
        return new RecordsView(
                list.of(here(), new SubjectId(subjectRef)).stream().map(RecordView::of).toList());
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("retention.archive:read")
    @Parameter(ref = "Jikim-Reason")
    public ContentView read(@PathParam("id") UUID id) {
        return read.read(here(), id, caller.access("archive-record.read"))
                .map(ContentView::of)
                .orElseThrow(() -> new Refusal(404, "not-found"));
    }

    /// Taking a record twice is taking it once: its key and its case name it.
    @POST
    @PermissionsAllowed("retention.archive:deposit")
    public ReceiptsView deposit(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull DepositRequest request) {
        var handed = request.records().stream().map(HandedRecord::toDomain).toList();
        var erasure = new ErasureId(request.caseId());
        // the key of a refused request is free again; a deposit that is repeated meets itself
        idempotency.once(
                key,
                "POST /v1/archive/records",
                request,
                () -> {
                    deposit.refusal(here(), erasure, handed).ifPresent(ArchiveResource::receipts);
                    return request.caseId();
                });
        return receipts(deposit.deposit(here(), erasure, caller.actor().id(), handed));
    }

    private static ReceiptsView receipts(Deposit answer) {
        return switch (answer) {
            case Deposit.Taken(var receipts) ->
                    new ReceiptsView(receipts.stream().map(ReceiptView::of).toList());
            case Deposit.NoLaw(var categories) ->
                    throw new Refusal(
                            422,
                            "no-legal-basis",
                            "The policy names no such law for these categories",
                            categories);
            case Deposit.NoSuchDay(var places) ->
                    throw new Refusal(
                            422,
                            "no-such-legal-event",
                            "These days lie in the future or before 1900",
                            places.stream()
                                    .map(place -> "records[" + place + "].legalEventDate")
                                    .toList());
            case Deposit.CaseClosed _ -> throw new Refusal(409, "case-closed");
            case Deposit.UnknownCase _ -> throw new Refusal(404, "not-found");
        };
    }

    private TenantCode here() {
        return new TenantCode(tenant.get().code());
    }
}
