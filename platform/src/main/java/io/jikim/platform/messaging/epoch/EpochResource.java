package io.jikim.platform.messaging.epoch;

import io.jikim.platform.access.AcrossTenants;
import io.jikim.platform.access.Actor;
import io.jikim.platform.access.Caller;
import io.jikim.platform.messaging.Milestones;
import io.jikim.platform.messaging.Outdated;
import io.jikim.platform.messaging.ops.OfTheInstallation;
import io.jikim.platform.messaging.ops.OpsJournal;
import io.jikim.platform.messaging.replay.Reconciliation;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.jikim.platform.time.Ids;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// In which epoch this service speaks. A restored database speaks again when a person says so: only
/// a person knows that it is the one that shall, and not a copy.
@Path("/v1/ops/epochs")
@AcrossTenants
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class EpochResource {

    private final Epochs epochs;
    private final Milestones milestones;
    private final Reconciliation reconciliation;
    private final OpsJournal journal;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;

    EpochResource(
            Epochs epochs,
            Milestones milestones,
            Reconciliation reconciliation,
            OpsJournal journal,
            Idempotency idempotency,
            Caller caller,
            Ids ids) {
        this.epochs = epochs;
        this.milestones = milestones;
        this.reconciliation = reconciliation;
        this.journal = journal;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
    }

    @GET
    @PermissionsAllowed("ops.epochs:read")
    public EpochView now() {
        return view();
    }

    /// `epoch` must be the one that is next, which `GET` shows: whoever opens it has looked.
    @POST
    @PermissionsAllowed("ops.epochs:open")
    public EpochView open(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Opening opening) {
        Actor by = caller.actor();
        OfTheInstallation.call(() ->
                idempotency.once(
                        by,
                        key,
                        "open-epoch",
                        Map.of("epoch", opening.epoch(), "reason", opening.reason()),
                        () -> openFor(opening, by)));
        milestones.doubt();
        // What the restored database had heard is forgotten too.
        reconciliation.ask();
        return view();
    }

    private UUID openFor(Opening opening, Actor by) {
        int next = nextAfter(epochs.now());
        if (opening.epoch() != next) {
            throw new Refusal(409, "not-the-next-epoch", "The next epoch is " + next);
        }
        if (!epochs.open(next)) {
            throw new Refusal(409, "not-the-next-epoch", "Somebody has just opened it");
        }
        journal.write(by, "epoch-opened", new OpsJournal.Cause("epoch=" + next, opening.reason()));
        return ids.next();
    }

    private int nextAfter(Epochs.Epoch now) {
        return Math.max(
                now.number() + 1, milestones.outdated().map(Outdated::next).orElse(now.number()));
    }

    private EpochView view() {
        var now = epochs.now();
        var outdated = milestones.outdated().filter(it -> !it.isOverIn(now.number()));
        return new EpochView(
                now.number(),
                now.since(),
                outdated.isEmpty(),
                outdated.map(Outdated::sentence).orElse(null),
                nextAfter(now));
    }

    /// `reason` is a code, because free text would be kept for ever.
    record Opening(
            @NotNull Integer epoch, @NotNull @Pattern(regexp = "[A-Z_]{3,40}") String reason) {}

    /// Nothing is told where it does not speak: then `why` says why, and `next` has to be opened.
    record EpochView(int epoch, Instant since, boolean speaks, @Nullable String why, int next) {}
}
