package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.PolicyRules;
import java.util.Optional;

/// The current tenant's rules as last published.
public interface Policies {
    Optional<PolicyRules> current();

    /// Keeps the rules if their version is higher than the one known; an older or equal one changes
    /// nothing.
    void adopt(PolicyRules rules);
}
