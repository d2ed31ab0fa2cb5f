package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.UUID;

/// Why and when a case was opened, and by when it ought to be certified.
///
/// @param trigger id of the event that opened it: one case per subject and trigger
/// @param deadline in the tenant's business time; each round that a released hold opens has its own
public record Opening(
        ErasureId id,
        TenantCode tenant,
        SubjectId subject,
        Scope scope,
        UUID trigger,
        Instant at,
        Instant deadline) {
    Opening due(Instant later) {
        return new Opening(id, tenant, subject, scope, trigger, at, later);
    }
}
