package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Use case: holds that ended, or never began, no longer stand in the archive either.
@ApplicationScoped
public class CompareArchiveHolds {
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    private final ArchiveHolds archive;
    private final Holds holds;
    private final InstantSource clock;

    CompareArchiveHolds(ArchiveHolds archive, Holds holds, InstantSource clock) {
        this.archive = archive;
        this.holds = holds;
        this.clock = clock;
    }

    /// A hold that only the archive knows may be on its way: it stands there before the transaction
    /// that places it ends. After an hour that transaction was undone.
    @Transactional
    public void compare(TenantCode tenant) {
        Instant undone = clock.instant().minus(ON_ITS_WAY);
        archive.standing(tenant)
                .forEach((id, since) -> {
                    var hold = holds.find(id);
                    if (hold.isEmpty() && since.isBefore(undone)) {
                        archive.forget(tenant, id);
                    } else if (hold.isPresent() && !hold.get().isActive()) {
                        archive.release(tenant, id);
                    }
                });
    }
}
