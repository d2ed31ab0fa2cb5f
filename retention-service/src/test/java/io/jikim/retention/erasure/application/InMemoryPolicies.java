package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.PolicyRules;
import java.util.Optional;

class InMemoryPolicies implements Policies {
    private PolicyRules rules;

    @Override
    public Optional<PolicyRules> current() {
        return Optional.ofNullable(rules);
    }

    @Override
    public void adopt(PolicyRules published) {
        if (rules == null || rules.version() < published.version()) {
            rules = published;
        }
    }
}
