package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.PolicyRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: a policy was published; the highest version is the one that counts.
@ApplicationScoped
public class AdoptPolicy {
    private final Policies policies;

    AdoptPolicy(Policies policies) {
        this.policies = policies;
    }

    @Transactional
    public void adopt(PolicyRules rules) {
        policies.adopt(rules);
    }
}
