package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.application.port.Workers;
import io.jikim.retention.erasure.domain.CaseRef;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/// Use case: identity seals what participants need to find the person into the case, before
/// anything is erased.
@ApplicationScoped
public class DepositIdentifiers {
    private final Erasures erasures;
    private final SealedIdentifiers identifiers;
    private final Workers workers;
    private final InstantSource clock;
    private final Deadlines deadlines;

    DepositIdentifiers(
            Erasures erasures,
            SealedIdentifiers identifiers,
            Workers workers,
            InstantSource clock,
            Deadlines deadlines) {
        this.erasures = erasures;
        this.identifiers = identifiers;
        this.workers = workers;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    /// A second deposit changes nothing, and neither does one that comes late: after the
    /// certificate nobody would destroy it.
    ///
    /// @throws UnknownErasure if the tenant has no such case
    @Transactional
    public void deposit(ErasureId id, Identifiers person) {
        var erasure = erasures.lock(id).orElseThrow(() -> new UnknownErasure(id));
        if (erasure instanceof Erasure.Opened && identifiers.deposit(erasure.opening(), person)) {
            erasures.save(erasure, List.of(), deadlines.recheck(erasure, clock.instant()));
            workers.wakeAfterCommit(new CaseRef(erasure.opening().tenant(), id));
        }
    }
}
