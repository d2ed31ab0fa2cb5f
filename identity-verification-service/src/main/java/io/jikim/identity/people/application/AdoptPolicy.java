package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.CollectionPolicies;
import io.jikim.identity.people.domain.CollectionPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Use case: a policy was published; from now on it says what may be collected.
@ApplicationScoped
public class AdoptPolicy {

    private final CollectionPolicies policies;

    public AdoptPolicy(CollectionPolicies policies) {
        this.policies = policies;
    }

    @Transactional
    public void adopt(CollectionPolicy policy) {
        policies.keep(policy);
    }
}
