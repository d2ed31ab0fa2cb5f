package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.TenantCode;
import java.time.Instant;
import java.util.function.Supplier;

class InMemoryPortsTest extends PortsContract {
    private final InMemoryErasures erasures = new InMemoryErasures();
    private final InMemoryHolds holds = new InMemoryHolds();
    private final InMemoryPolicies policies = new InMemoryPolicies();
    private final InMemoryParticipants participants = new InMemoryParticipants();
    private final InMemoryIdentifiers identifiers = new InMemoryIdentifiers(() -> Instant.EPOCH);

    @Override
    TenantCode tenant() {
        return World.OMPASS;
    }

    @Override
    Erasures erasures() {
        return erasures;
    }

    @Override
    Holds holds() {
        return holds;
    }

    @Override
    Policies policies() {
        return policies;
    }

    @Override
    Participants participants() {
        return participants;
    }

    @Override
    SealedIdentifiers identifiers() {
        return identifiers;
    }

    @Override
    <T> T call(Supplier<T> work) {
        return work.get();
    }
}
