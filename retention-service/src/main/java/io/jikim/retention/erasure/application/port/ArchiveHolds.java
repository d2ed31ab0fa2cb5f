package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.util.Collection;
import java.util.Set;

/// Legal holds as the archive database knows them, so that its destroy function checks them in its
/// own transaction.
public interface ArchiveHolds {
    /// From the return of this call on nothing of these categories of the subject is destroyed;
    /// idempotent.
    void place(TenantCode tenant, HoldId hold, SubjectId subject, Collection<Category> categories);

    /// Idempotent; an unknown hold is nothing to release.
    void release(TenantCode tenant, HoldId hold);

    /// The holds that stand in the archive; one that is no longer active outside is released by the
    /// next comparison.
    Set<HoldId> standing(TenantCode tenant);
}
