package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Legal holds as the archive database knows them, so that its destroy function checks them in its
/// own transaction.
public interface ArchiveHolds {
    /// A hold as the archive knows it: what it keeps and since when, not what for.
    record Standing(HoldId id, SubjectId subject, Set<Category> categories, Instant since) {
        public Standing {
            categories = Set.copyOf(categories);
        }
    }

    /// From the return of this call on nothing of these categories of the subject is destroyed;
    /// idempotent. A hold that was released here stands again.
    void place(TenantCode tenant, HoldId hold, SubjectId subject, Collection<Category> categories);

    /// Idempotent; an unknown hold is nothing to release.
    void release(TenantCode tenant, HoldId hold);

    /// All holds that stand in the archive, also those of which nobody outside knows.
    List<Standing> standing(TenantCode tenant);

    List<Standing> standing(TenantCode tenant, SubjectId subject);
}
