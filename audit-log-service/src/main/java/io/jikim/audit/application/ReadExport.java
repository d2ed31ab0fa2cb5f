package io.jikim.audit.application;

import io.jikim.audit.application.port.Checkpoints.SignedHead;
import io.jikim.audit.application.port.Disclosures.Disclosure;
import io.jikim.audit.application.port.Exports;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.TiledSubtrees;
import io.jikim.audit.domain.Tree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Query: a piece of an export, each record with its way to the head.
@ApplicationScoped
public class ReadExport {
    private final Exports exports;
    private final TiledSubtrees.Rows rows;

    ReadExport(Exports exports, TiledSubtrees.Rows rows) {
        this.exports = exports;
        this.rows = rows;
    }

    /// A record and the hashes that lead from it to the root.
    public record Proven(Disclosure disclosure, List<Hash> hashes) {
        public Proven {
            hashes = List.copyOf(hashes);
        }
    }

    /// As many as were asked for. Without a head they are not proven, and have no hashes.
    ///
    /// @throws IllegalStateException if one of them was forgotten since they were selected: an
    ///   export with a hole that nobody sees must not be
    @Transactional
    public List<Proven> read(List<Long> indexes, Optional<SignedHead> head) {
        var found = exports.read(indexes);
        if (found.size() < indexes.size()) {
            throw new IllegalStateException("a record was forgotten while it was exported");
        }
        // tiles that one piece has read are not kept for the next: they would be the whole log
        var tree = head.map(h -> new Tree(h.size(), new TiledSubtrees(h.size(), rows)));
        return found.stream().map(one -> new Proven(one, way(tree, one.index()))).toList();
    }

    private static List<Hash> way(Optional<Tree> tree, long index) {
        return tree.map(t -> t.inclusion(index)).orElse(List.of());
    }
}
