package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.PolicyRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Query: the rules in force.
@ApplicationScoped
public class FindRules {
    private final Policies policies;

    FindRules(Policies policies) {
        this.policies = policies;
    }

    @Transactional
    public Optional<PolicyRules> current() {
        return policies.current();
    }
}
