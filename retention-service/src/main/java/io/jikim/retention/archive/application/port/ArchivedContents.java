package io.jikim.retention.archive.application.port;

import io.jikim.platform.access.Access;
import io.jikim.retention.archive.domain.ArchivedContent;
import io.jikim.retention.erasure.domain.TenantCode;
import java.util.Optional;
import java.util.UUID;

/// What stands in records of the archive; whoever reads leaves an access record in the same
/// transaction.
public interface ArchivedContents {
    /// Empty for a record that is unknown or destroyed.
    Optional<ArchivedContent> read(TenantCode tenant, UUID record, Access access);
}
