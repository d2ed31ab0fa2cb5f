package io.jikim.retention.erasure.application;

import io.jikim.platform.time.Ids;
import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldFact;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Set;

/// Use case: somebody who may names categories of a person that nobody destroys until the hold is
/// released.
@ApplicationScoped
public class PlaceHold {
    private final Holds holds;
    private final ArchiveHolds archive;
    private final InstantSource clock;
    private final Ids ids;

    PlaceHold(Holds holds, ArchiveHolds archive, InstantSource clock, Ids ids) {
        this.holds = holds;
        this.archive = archive;
        this.clock = clock;
        this.ids = ids;
    }

    /// Waits a while for what is being destroyed at this moment; from its return on nothing of
    /// these categories is ordered or destroyed. What other services were already ordered to
    /// destroy cannot be called back.
    @Transactional
    public Hold place(
            TenantCode tenant, SubjectId subject, Set<Category> categories, String matter) {
        holds.lock(subject);
        var hold =
                new Hold(
                        new HoldId(ids.next()), subject, categories, matter, clock.instant(), null);
        archive.place(tenant, hold.id(), subject, hold.categories());
        holds.save(hold, new HoldFact.Placed(hold));
        return hold;
    }
}
