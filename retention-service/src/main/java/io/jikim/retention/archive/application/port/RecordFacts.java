package io.jikim.retention.archive.application.port;

import io.jikim.retention.archive.domain.RecordFact;
import io.jikim.retention.erasure.domain.TenantCode;
import java.util.Collection;

/// What the archive tells the others. Each fact is told once, however often it is handed over.
public interface RecordFacts {
    void announce(TenantCode tenant, Collection<RecordFact> facts);
}
