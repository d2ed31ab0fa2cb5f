package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Known;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The separate database for what the law keeps: records enter, are found by subject, and leave
/// only at the end of their period.
public interface Archive {
    /// Stores the records encrypted; idempotent by erasure, source and source key. Records whose
    /// period is over are refused, not stored.
    ///
    /// @return one receipt per record, in the order given
    List<ArchiveReceipt> deposit(TenantCode tenant, Collection<ArchiveDeposit> records);

    /// How many records of the case stand in the archive from that source, by category and end.
    Map<Known.Ending, Long> deposited(TenantCode tenant, ErasureId erasure, String source);

    /// The source under which a participant's deposits stand: the one that handed them over.
    static String source(String participant) {
        return "participant:" + participant;
    }

    /// What stands (or stood) in the archive about a subject: metadata, never content.
    List<ArchivedRecord> of(TenantCode tenant, SubjectId subject);

    /// Destroys what is due on that business date and under no hold, row and key, and says what was
    /// destroyed.
    List<DestroyedRecord> destroyDue(TenantCode tenant, LocalDate today);

    /// Destroyed records that no certificate revision has named yet, also those of an earlier run
    /// that broke off.
    List<DestroyedRecord> unreported(TenantCode tenant);

    /// Those records stand on a certificate now.
    void reported(TenantCode tenant, Collection<UUID> records);

    /// The tenant's business time is this far ahead of real time; the destroy function judges
    /// periods by it.
    void businessOffset(TenantCode tenant, Duration offset);
}
