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
import java.util.List;

/// Use case: identity seals what participants need to find the person into the case, before
/// anything is erased.
@ApplicationScoped
public class DepositIdentifiers {
    private final Erasures erasures;
    private final SealedIdentifiers identifiers;
    private final Workers workers;
    private final LookAgain again;

    DepositIdentifiers(
            Erasures erasures, SealedIdentifiers identifiers, Workers workers, LookAgain again) {
        this.erasures = erasures;
        this.identifiers = identifiers;
        this.workers = workers;
        this.again = again;
    }

    /// A second deposit changes nothing, and neither does one that comes late: after the
    /// certificate nobody would destroy it.
    ///
    /// @throws UnknownErasure if the tenant has no such case
    @Transactional
    public void deposit(ErasureId id, Identifiers person) {
        var erasure = erasures.lock(id).orElseThrow(() -> new UnknownErasure(id));
        if (erasure instanceof Erasure.Opened && identifiers.deposit(erasure.opening(), person)) {
            erasures.save(erasure, List.of(), again.after(erasure));
            workers.wakeAfterCommit(new CaseRef(erasure.opening().tenant(), id));
        }
    }
}
