package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.Posting;
import io.jikim.audit.application.Recording;
import io.jikim.audit.domain.Action;
import io.jikim.audit.domain.Fact;
import io.jikim.audit.domain.Flaw;
import io.jikim.audit.domain.OutsideAccess;
import io.jikim.audit.domain.Told;
import io.jikim.platform.access.Caller;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.problem.Refusal;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// How systems outside of Jikim record who has looked at whose data in them.
@Path("/v1/access-records")
@RunOnVirtualThread
class RecordingResource {
    private static final int MOST = 500;
    private static final int MOST_ERRORS = 200;

    private final GroupCommit groupCommit;
    private final OriginSeal seal;
    private final Caller caller;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    RecordingResource(
            GroupCommit groupCommit,
            OriginSeal seal,
            Caller caller,
            CurrentTenant tenant,
            InstantSource clock) {
        this.groupCommit = groupCommit;
        this.seal = seal;
        this.caller = caller;
        this.tenant = tenant;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("audit.access-records:append")
    @Operation(
            summary = "Record accesses to personal data in another system, all or none of them",
            description =
                    "The answer comes when they are in the log under a signed checkpoint. The source is the client of"
                            + " the token. Each record's id is its idempotency key: told again with the same content it"
                            + " has its first index, with another content everything is refused (422"
                            + " `record-id-reused`). After 503 send the same ids again. Whether a subject is known is"
                            + " not asked: the log keeps who was looked at, not who there is.")
    public IndexesView record(@NotNull @Valid BatchBody batch) {
        var told = batch.records.stream().map(RecordBody::toDomain).toList();
        var late = requireFlawless(told);
        var accesses = told.stream().map(this::fact).toList();
        return switch (groupCommit.record(new Posting(accesses, late))) {
            case Recording.Done(var indexes) -> IndexesView.of(accesses, indexes);
            case Recording.Refused(var flaws) -> throw refusal(flaws);
        };
    }

    @GET
    @Path("/actions")
    @PermissionsAllowed({"audit.access-records:append", "audit.access-records:read"})
    @Operation(
            summary = "The catalogue of actions, and what a record of each must say",
            description =
                    "Outside systems tell of those whose speaker is ANYBODY. `version` counts up when an action is"
                            + " added; what an action needs never grows.")
    public ActionsView actions() {
        return new ActionsView(
                Action.VERSION, Arrays.stream(Action.values()).map(ActionView::of).toList());
    }

    /// The places of those whose only flaw is their age: told before, they are known all the same.
    private Set<Integer> requireFlawless(List<OutsideAccess> told) {
        var now = clock.instant();
        var late = new HashSet<Integer>();
        var errors = new ArrayList<ErrorView>();
        for (int i = 0; i < told.size(); i++) {
            var flaws = told.get(i).flaws(now);
            for (var flaw : flaws) {
                errors.add(ErrorView.of(i, flaw));
            }
            if (flaws.stream().anyMatch(Flaw::isTooOld)) {
                late.add(i);
            }
        }
        if (errors.size() > late.size()) {
            throw new Refusal(400, "invalid-request", null, first(errors));
        }
        return late;
    }

    private Fact.Access fact(OutsideAccess told) {
        return told.fact(
                tenant.get().code(), Told.POSTER + caller.client(), seal.close(told.hidden()));
    }

    private static Refusal refusal(SortedMap<Integer, Flaw> flaws) {
        boolean late = flaws.values().stream().allMatch(Flaw::isTooOld);
        var errors = new ArrayList<ErrorView>();
        flaws.forEach((index, flaw) -> errors.add(ErrorView.of(index, flaw)));
        return late
                ? new Refusal(400, "invalid-request", null, first(errors))
                : new Refusal(422, "record-id-reused", null, first(errors));
    }

    private static List<ErrorView> first(List<ErrorView> errors) {
        return errors.subList(0, Math.min(errors.size(), MOST_ERRORS));
    }

    /// What is recorded together.
    record BatchBody(@NotNull @Size(min = 1, max = MOST) List<@NotNull RecordBody> records) {}

    /// Where the records stand in the log, in the caller's order.
    record IndexesView(List<IndexView> records) {
        static IndexesView of(List<Fact.Access> accesses, List<Long> indexes) {
            var views = new ArrayList<IndexView>();
            for (int i = 0; i < accesses.size(); i++) {
                views.add(new IndexView(accesses.get(i).told().event(), indexes.get(i)));
            }
            return new IndexesView(views);
        }
    }

    /// Where one stands.
    record IndexView(UUID id, long logIndex) {}

    /// What is wrong where: `records.3.did.at`.
    record ErrorView(String path, String code, String message) {
        static ErrorView of(int index, Flaw flaw) {
            return new ErrorView(
                    "records." + index + "." + flaw.field(), flaw.code(), flaw.message());
        }
    }

    /// The catalogue.
    record ActionsView(int version, List<ActionView> actions) {}

    /// One action; `needs` are WHOSE (subjects or bulk) and REASON.
    record ActionView(
            String action,
            int since,
            Action.Speaker speaker,
            String meaning,
            List<Action.Need> needs) {
        static ActionView of(Action action) {
            return new ActionView(
                    action.code(),
                    action.since(),
                    action.speaker(),
                    action.meaning(),
                    Arrays.stream(Action.Need.values()).filter(action::needs).toList());
        }
    }
}
