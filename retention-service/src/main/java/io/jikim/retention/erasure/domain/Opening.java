package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.UUID;

/// Why and when a case was opened; never changes.
///
/// @param trigger id of the event that opened it: one case per subject and trigger
/// @param deadline in the tenant's business time
public record Opening(
        ErasureId id,
        TenantCode tenant,
        SubjectId subject,
        Scope scope,
        UUID trigger,
        Instant at,
        Instant deadline) {}
