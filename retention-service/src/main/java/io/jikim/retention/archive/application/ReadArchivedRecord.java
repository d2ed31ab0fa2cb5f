package io.jikim.retention.archive.application;

import io.jikim.platform.access.Access;
import io.jikim.retention.archive.application.port.ArchivedContents;
import io.jikim.retention.archive.domain.ArchivedContent;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// Use case: somebody with a reason opens a record of the archive.
@ApplicationScoped
public class ReadArchivedRecord {
    private final ArchivedContents contents;

    public ReadArchivedRecord(ArchivedContents contents) {
        this.contents = contents;
    }

    @Transactional
    public Optional<ArchivedContent> read(TenantCode tenant, UUID record, Access access) {
        return contents.read(tenant, record, access);
    }
}
