package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.PolicyRules;
import java.util.Optional;
import java.util.Set;

/// The current tenant's rules as last published.
public interface Policies {
    Optional<PolicyRules> current();

    /// Every category that a version named which was adopted here.
    Set<Category> categories();

    /// Keeps the rules if their version is higher than the one known; an older or equal one changes
    /// nothing.
    void adopt(PolicyRules rules);
}
