package io.jikim.identity.verification.application.port;

import io.jikim.identity.verification.domain.VerificationId;
import io.jikim.platform.access.Tenant;
import java.time.Instant;
import java.util.List;

/// Verifications of all tenants whose time is over.
public interface DueVerifications {

    List<DueVerification> outOfTime(Instant now, int limit);

    /// A tenant's verification.
    record DueVerification(Tenant tenant, VerificationId id) {}
}
