package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.PolicyRules;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

class InMemoryPolicies implements Policies {
    private PolicyRules rules;
    private final Set<Category> categories = new TreeSet<>();

    @Override
    public Optional<PolicyRules> current() {
        return Optional.ofNullable(rules);
    }

    @Override
    public Set<Category> categories() {
        return categories;
    }

    @Override
    public void adopt(PolicyRules published) {
        if (rules == null || rules.version() < published.version()) {
            rules = published;
            categories.addAll(published.categories());
        }
    }
}
