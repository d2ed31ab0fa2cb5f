package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldFact;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: holds of a person that only the archive knows stand again everywhere, until somebody
/// who may releases them.
@ApplicationScoped
public class RecoverHolds {
    private final ArchiveHolds archive;
    private final Holds holds;

    RecoverHolds(ArchiveHolds archive, Holds holds) {
        this.archive = archive;
        this.holds = holds;
    }

    /// Nobody can tell a hold whose transaction was undone from one that a restored database has
    /// lost: both are kept. One that is being placed at this moment is waited for: it enters the
    /// archive under the subject's lock.
    ///
    /// @throws Holds.BeingDestroyed if it was not ready in time; try again later
    @Transactional
    public void recover(TenantCode tenant, SubjectId subject) {
        var unknown = archive.standing(tenant, subject).stream().filter(this::isUnknown).toList();
        if (unknown.isEmpty()) {
            return;
        }
        holds.lock(subject);
        unknown.stream()
                .filter(this::isUnknown)
                .map(it -> Hold.found(it.id(), it.subject(), it.categories(), it.since()))
                .forEach(hold -> holds.save(hold, new HoldFact.Placed(hold)));
    }

    private boolean isUnknown(ArchiveHolds.Standing hold) {
        return holds.find(hold.id()).isEmpty();
    }
}
