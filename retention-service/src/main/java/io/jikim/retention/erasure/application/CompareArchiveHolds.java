package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: holds that ended no longer stand in the archive either.
@ApplicationScoped
public class CompareArchiveHolds {
    private final ArchiveHolds archive;
    private final Holds holds;

    CompareArchiveHolds(ArchiveHolds archive, Holds holds) {
        this.archive = archive;
        this.holds = holds;
    }

    /// A hold that only the archive knows stays: it may be on its way, and keeping too long is the
    /// safe mistake.
    @Transactional
    public void compare(TenantCode tenant) {
        for (var id : archive.standing(tenant)) {
            holds.find(id)
                    .filter(hold -> !hold.isActive())
                    .ifPresent(_ -> archive.release(tenant, id));
        }
    }
}
