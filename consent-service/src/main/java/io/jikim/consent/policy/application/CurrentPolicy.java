package io.jikim.consent.policy.application;

import io.jikim.consent.policy.application.port.Policies;
import io.jikim.consent.policy.domain.PolicyId;
import io.jikim.consent.policy.domain.PolicyVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Query: the policy in force, or one version by its id.
@ApplicationScoped
public class CurrentPolicy {

    private final Policies policies;

    public CurrentPolicy(Policies policies) {
        this.policies = policies;
    }

    @Transactional
    public PolicyVersion current() {
        return policies.inForce()
                .flatMap(inForce -> policies.find(inForce.id()))
                .orElseThrow(UnknownPolicy::new);
    }

    @Transactional
    public PolicyVersion version(PolicyId id) {
        return policies.find(id).orElseThrow(UnknownPolicy::new);
    }
}
