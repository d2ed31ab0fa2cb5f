package io.jikim.consent.policy;

import io.jikim.consent.policy.application.port.Policies;
import java.util.function.Supplier;

class InMemoryPoliciesTest extends PoliciesContract {

    private final InMemoryPolicies policies = new InMemoryPolicies();

    @Override
    protected Policies policies() {
        return policies;
    }

    @Override
    protected <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
