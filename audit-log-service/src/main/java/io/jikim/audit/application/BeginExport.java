package io.jikim.audit.application;

import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Checkpoints.SignedHead;
import io.jikim.audit.application.port.Exports;
import io.jikim.audit.application.port.Exports.Selection;
import io.jikim.audit.application.port.Wanted;
import io.jikim.platform.access.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Use case: somebody takes access records with them. That is recorded before the first of them
/// leaves; they are read piece by piece, by [ReadExport], while they are sent.
@ApplicationScoped
public class BeginExport {
    /// So many records at most are in one export.
    public static final int MOST = 10_000;

    private final Exports exports;
    private final Checkpoints checkpoints;

    BeginExport(Exports exports, Checkpoints checkpoints) {
        this.exports = exports;
        this.checkpoints = checkpoints;
    }

    /// Which records, and the head that all of them are proven up to.
    public record Begun(Selection selection, SignedHead head) {}

    /// Empty where nothing has been logged yet.
    @Transactional
    public Optional<Begun> begin(Wanted wanted, Access access) {
        var selection = exports.select(wanted, MOST, access);
        return checkpoints.latest().map(head -> new Begun(selection, head));
    }
}
