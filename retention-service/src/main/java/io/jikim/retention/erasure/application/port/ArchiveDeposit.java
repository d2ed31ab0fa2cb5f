package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SubjectId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// One record on its way into the archive: only the fields that the mapping lists for that law.
public record ArchiveDeposit(
        ErasureId erasure,
        SubjectId subject,
        Category category,
        Basis basis,
        Origin origin,
        Map<String, String> fields) {
    public ArchiveDeposit {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /// Where a record comes from, and the date from which its period runs.
    ///
    /// @param source such as `system:ompass/payments`
    /// @param sourceKey the record's key there; with erasure and source it makes the deposit
    ///   idempotent
    /// @param legalEvent the record's own date from which its period runs
    public record Origin(String source, String sourceKey, LocalDate legalEvent) {}

    @Override
    public String toString() {
        return "ArchiveDeposit[" + erasure + ", " + category + ", " + origin.source() + "]";
    }
}
