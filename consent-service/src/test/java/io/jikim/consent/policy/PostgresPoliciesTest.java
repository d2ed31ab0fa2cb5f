package io.jikim.consent.policy;

import io.jikim.consent.Portal;
import io.jikim.consent.Service;
import io.jikim.consent.policy.application.port.Policies;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Tenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

@Service
class PostgresPoliciesTest extends PoliciesContract {

    @Inject Policies policies;
    @Inject CurrentTenant tenant;

    @BeforeEach
    void work_for_a_tenant() {
        tenant.set(new Tenant(Portal.fresh().tenant()));
    }

    @Override
    protected Policies policies() {
        return policies;
    }

    @Override
    protected <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
