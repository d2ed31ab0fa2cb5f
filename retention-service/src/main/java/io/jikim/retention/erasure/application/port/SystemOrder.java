package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.time.LocalDate;
import java.util.List;

/// What a connected system has to do about one person in one round of a case.
///
/// @param lines one line per category × disposition; a category without a line is none of this
///   order's business
/// @param today the tenant's business date, from which statutory periods are reckoned as over or
///   running
public record SystemOrder(
        ErasureId erasure,
        int round,
        TenantCode tenant,
        SubjectId subject,
        Identifiers person,
        List<PlanLine> lines,
        LocalDate today) {
    public SystemOrder {
        lines = List.copyOf(lines);
    }
}
