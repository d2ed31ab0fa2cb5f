package io.jikim.consent.consents;

import io.jikim.consent.consents.Fakes.InMemoryConsents;
import io.jikim.consent.consents.Fakes.InMemoryFreezes;
import io.jikim.consent.consents.Fakes.InMemoryMemberships;
import io.jikim.consent.consents.application.port.Consents;
import io.jikim.consent.consents.application.port.Freezes;
import io.jikim.consent.consents.application.port.Memberships;
import java.util.function.Supplier;

class InMemoryConsentsTest extends ConsentsContract {

    private final InMemoryConsents consents = new InMemoryConsents();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final InMemoryFreezes freezes = new InMemoryFreezes();

    @Override
    protected Consents consents() {
        return consents;
    }

    @Override
    protected Memberships memberships() {
        return memberships;
    }

    @Override
    protected Freezes freezes() {
        return freezes;
    }

    @Override
    protected <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
