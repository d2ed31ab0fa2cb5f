package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What a connected system has to do about one person in one round of a case.
///
/// @param lines one line per category × disposition; a category without a line is none of this
///   order's business
/// @param whole whether everything of the person goes, so that a mapped category without a line is
///   a mistake and no restraint
/// @param today the tenant's business date, from which statutory periods are reckoned as over or
///   running
public record SystemOrder(
        ErasureId erasure,
        int round,
        TenantCode tenant,
        SubjectId subject,
        Identifiers person,
        List<PlanLine> lines,
        boolean whole,
        LocalDate today) {
    public SystemOrder {
        lines = List.copyOf(lines);
    }

    /// The same order, saying nothing of these categories.
    public SystemOrder without(Set<Category> categories) {
        return new SystemOrder(
                erasure,
                round,
                tenant,
                subject,
                person,
                lines.stream().filter(line -> !categories.contains(line.category())).toList(),
                whole && categories.isEmpty(),
                today);
    }
}
