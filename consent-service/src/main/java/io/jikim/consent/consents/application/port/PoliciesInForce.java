package io.jikim.consent.consents.application.port;

import io.jikim.consent.consents.domain.PolicyInForce;
import java.util.Optional;

/// The published policies, one in force per tenant.
public interface PoliciesInForce {

    /// The policy of this tenant, empty before the first publication.
    Optional<PolicyInForce> current();
}
