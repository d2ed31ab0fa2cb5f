package io.jikim.consent.rights;

import io.jikim.consent.Service;
import io.jikim.consent.rights.application.port.CorrectionRequests;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Tenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

@Service
class PostgresCorrectionsTest extends CorrectionRequestsContract {

    @Inject CorrectionRequests requests;
    @Inject CurrentTenant tenant;

    @BeforeEach
    void work_for_a_tenant() {
        tenant.set(new Tenant("contract"));
    }

    @Override
    protected CorrectionRequests requests() {
        return requests;
    }

    @Override
    protected <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
