package io.jikim.audit.application;

import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Disclosures;
import io.jikim.audit.application.port.Disclosures.Disclosure;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.TiledSubtrees;
import io.jikim.audit.domain.Tree;
import io.jikim.platform.access.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Query: that a fact stands in the log, with what may be shown of it, up to the newest checkpoint.
@ApplicationScoped
public class ProveEntry {
    private static final Set<String> OPEN =
            Set.of(
                    "type",
                    "time",
                    "subject",
                    "certificateDigest",
                    // what the log says about itself
                    "firstIndex",
                    "endIndex",
                    "month",
                    "shreddedBelow");

    private final Disclosures disclosures;
    private final Checkpoints checkpoints;
    private final TiledSubtrees.Rows rows;

    ProveEntry(Disclosures disclosures, Checkpoints checkpoints, TiledSubtrees.Rows rows) {
        this.disclosures = disclosures;
        this.checkpoints = checkpoints;
        this.rows = rows;
    }

    /// A proof and the note it leads to.
    public record Proof(Disclosure disclosure, List<Hash> hashes, String checkpoint) {
        public Proof {
            hashes = List.copyOf(hashes);
        }
    }

    /// Empty where the tenant at hand has no such fact in the log. Without an access only what says
    /// nothing about who looked at whom is shown.
    @Transactional
    public Optional<Proof> of(UUID event, Optional<Access> access) {
        return access.map(a -> disclosures.findForAccess(event, a))
                .orElseGet(() -> disclosures.find(event, OPEN))
                .flatMap(this::prove);
    }

    private Optional<Proof> prove(Disclosure disclosure) {
        return checkpoints
                .latest()
                .map(head -> {
                    var tree = new Tree(head.size(), new TiledSubtrees(rows));
                    var hashes = tree.inclusion(disclosure.index());
                    return new Proof(disclosure, hashes, head.note());
                });
    }
}
