package io.jikim.retention.archive.application;

import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.ArchivedRecord;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Query: what stands or stood in the archive about a person, without opening it.
@ApplicationScoped
public class ListArchivedRecords {
    private final Archive archive;

    public ListArchivedRecords(Archive archive) {
        this.archive = archive;
    }

    public List<ArchivedRecord> of(TenantCode tenant, SubjectId subject) {
        return archive.of(tenant, subject);
    }
}
