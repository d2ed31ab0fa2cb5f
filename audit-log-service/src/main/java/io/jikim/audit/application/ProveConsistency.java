package io.jikim.audit.application;

import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Leaves;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.PrunedSize;
import io.jikim.audit.domain.TiledSubtrees;
import io.jikim.audit.domain.Tree;
import io.jikim.audit.domain.UnknownSize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Query: that an earlier log is the beginning of a later one.
@ApplicationScoped
public class ProveConsistency {
    private final Checkpoints checkpoints;
    private final TiledSubtrees.Rows rows;
    private final Leaves leaves;

    ProveConsistency(Checkpoints checkpoints, TiledSubtrees.Rows rows, Leaves leaves) {
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.leaves = leaves;
    }

    /// @throws UnknownSize unless 1 <= earlier <= later <= the newest checkpoint's size
    /// @throws PrunedSize if earlier lies below the minimum index
    @Transactional
    public List<Hash> between(long earlier, long later) {
        long size = checkpoints.latest().map(Checkpoints.SignedHead::size).orElse(0L);
        if (later < 1 || later > size) {
            throw new UnknownSize(later, size);
        }
        long minimumIndex = leaves.minimumIndex();
        if (earlier >= 1 && earlier < minimumIndex) {
            throw new PrunedSize(earlier, minimumIndex);
        }
        return new Tree(later, new TiledSubtrees(later, rows)).consistency(earlier);
    }
}
