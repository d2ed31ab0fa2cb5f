package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.ProveConsistency;
import io.jikim.audit.application.ProveEntry;
import io.jikim.audit.application.ProveEntry.Shown;
import io.jikim.audit.application.port.Disclosures.Disclosure;
import io.jikim.audit.application.port.UnknownField;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.PrunedSize;
import io.jikim.audit.domain.UnknownSize;
import io.jikim.platform.access.Caller;
import io.jikim.platform.problem.Refusal;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Proofs that a fact stands in the log, and that the log only grew.
@Path("/v1/log")
@RunOnVirtualThread
class ProofResource {
    private static final StringPermission SEES_ACCESSES =
            new StringPermission("audit.access-records", "read");

    private final ProveEntry proveEntry;
    private final ProveConsistency proveConsistency;
    private final Caller caller;
    private final SecurityIdentity identity;

    ProofResource(
            ProveEntry proveEntry,
            ProveConsistency proveConsistency,
            Caller caller,
            SecurityIdentity identity) {
        this.proveEntry = proveEntry;
        this.proveConsistency = proveConsistency;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @Path("/proofs/{eventId}")
    @PermissionsAllowed("audit.proofs:read")
    @Operation(
            summary = "An entry, its inclusion proof and the checkpoint it leads to",
            description =
                    "Discloses type, subject, time and certificateDigest, and what the log says about"
                            + " itself. Whoever may read access records and gives a Jikim-Reason sees every"
                            + " field of the entry, which leaves an access record. `fields` names those to"
                            + " be shown, with commas between them: exactly these are, and nothing tells"
                            + " what the others hold; any other than those first named needs that"
                            + " permission and a Jikim-Reason.")
    public ProofView proof(
            @PathParam("eventId") UUID eventId,
            @QueryParam("fields") @Size(max = 600) @Nullable String fields,
            @HeaderParam("Jikim-Reason") @Nullable String reason) {
        try {
            return proveEntry
                    .of(eventId, fields == null ? shown(reason) : named(fields))
                    .map(ProofView::of)
                    .orElseThrow(() -> new Refusal(404, "entry-unknown"));
        } catch (UnknownField e) {
            throw new Refusal(
                    400, "field-unknown", "This entry has: " + String.join(", ", e.known()));
        }
    }

    private Shown shown(@Nullable String reason) {
        return reason != null && identity.checkPermissionBlocking(SEES_ACCESSES)
                ? new Shown.All(caller.access("PROVE"))
                : new Shown.Open();
    }

    private Shown named(String fields) {
        var names = Set.copyOf(Arrays.asList(fields.split(",", -1)));
        if (ProveEntry.areOpen(names)) {
            return new Shown.Named(names, Optional.empty());
        }
        if (!identity.checkPermissionBlocking(SEES_ACCESSES)) {
            throw new ForbiddenException();
        }
        return new Shown.Named(names, Optional.of(caller.access("PROVE")));
    }

    @GET
    @Path("/consistency")
    @PermissionsAllowed("audit.proofs:read")
    @Operation(summary = "That the log of size `from` is the beginning of the log of size `to`")
    public HashesView consistency(@QueryParam("from") long from, @QueryParam("to") long to) {
        try {
            return HashesView.of(proveConsistency.between(from, to));
        } catch (PrunedSize e) {
            throw new Refusal(
                    410, "size-pruned", "from >= " + e.minimumIndex() + ", the minimum index");
        } catch (UnknownSize e) {
            throw new Refusal(
                    400, "size-unknown", "0 < from <= to <= the newest checkpoint's size");
        }
    }

    /// The log part of a certificate bundle.
    record ProofView(EntryView entry, HashesView proof, String checkpoint) {
        static ProofView of(ProveEntry.Proof proof) {
            return new ProofView(
                    EntryView.of(proof.disclosure()),
                    HashesView.of(proof.hashes()),
                    proof.checkpoint());
        }
    }

    /// A leaf (Base64) as it is shown, at its index, and the fields of it that are shown.
    record EntryView(long index, String leaf, SortedMap<String, DisclosedView> disclosed) {
        static EntryView of(Disclosure shown) {
            var disclosed = new TreeMap<String, DisclosedView>();
            shown.fields()
                    .forEach((name, value) ->
                            disclosed.put(
                                    name,
                                    new DisclosedView(base64(shown.secret().salt(name)), value)));
            return new EntryView(shown.index(), shown.leaf(), disclosed);
        }
    }

    /// A value and the salt (Base64) that opens the leaf's commitment to it.
    record DisclosedView(String salt, String value) {}

    /// Hashes in Base64, from the leaf's side up.
    record HashesView(List<String> hashes) {
        static HashesView of(List<Hash> hashes) {
            return new HashesView(hashes.stream().map(hash -> base64(hash.bytes())).toList());
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
