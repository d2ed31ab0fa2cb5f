package io.jikim.consent.rights;

import io.jikim.consent.rights.application.port.CorrectionRequests;
import java.util.function.Supplier;

class InMemoryCorrectionsTest extends CorrectionRequestsContract {

    private final InMemoryCorrections requests = new InMemoryCorrections();

    @Override
    protected CorrectionRequests requests() {
        return requests;
    }

    @Override
    protected <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
