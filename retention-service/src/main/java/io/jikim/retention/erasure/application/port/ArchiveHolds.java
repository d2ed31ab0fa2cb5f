package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/// Legal holds as the archive database knows them, so that its destroy function checks them in its
/// own transaction.
public interface ArchiveHolds {
    /// From the return of this call on nothing of these categories of the subject is destroyed;
    /// idempotent.
    void place(TenantCode tenant, HoldId hold, SubjectId subject, Collection<Category> categories);

    /// Idempotent; an unknown hold is nothing to release.
    void release(TenantCode tenant, HoldId hold);

    /// Releases a hold that was placed here and never came to stand outside, and leaves word of it.
    void forget(TenantCode tenant, HoldId hold);

    /// The holds that stand in the archive, and since when; one that is no longer active outside is
    /// released by the next comparison.
    Map<HoldId, Instant> standing(TenantCode tenant);
}
