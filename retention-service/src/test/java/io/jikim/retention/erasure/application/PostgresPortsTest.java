package io.jikim.retention.erasure.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.retention.erasure.application.port.DestructionGuard;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.testkit.stack.Stack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class PostgresPortsTest extends PortsContract {
    private final Tenant tenant = new Tenant("p-" + UUID.randomUUID().toString().substring(0, 8));

    @Inject Erasures erasures;
    @Inject Holds holds;
    @Inject Policies policies;
    @Inject Participants participants;
    @Inject SealedIdentifiers identifiers;
    @Inject DestructionGuard guard;
    @Inject PlaceHold place;

    @Test
    void a_hold_waits_for_what_is_being_destroyed() throws Exception {
        var subject = new SubjectId(UUID.randomUUID());
        var destroying = new CountDownLatch(1);
        var destroyed = new CountDownLatch(1);
        var destruction =
                CompletableFuture.runAsync(() ->
                        TenantScope.run(
                                tenant,
                                () ->
                                        guard.whileHoldsStand(
                                                subject,
                                                () -> {
                                                    destroying.countDown();
                                                    return await(destroyed);
                                                })));
        destroying.await();
        var holding =
                CompletableFuture.supplyAsync(() ->
                        TenantScope.call(
                                tenant,
                                () ->
                                        place.place(
                                                tenant(),
                                                subject,
                                                Set.of(new Category("login-logs")),
                                                "matter")));

        assertThatThrownBy(() -> holding.get(500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        destroyed.countDown();
        destruction.get(5, TimeUnit.SECONDS);
        assertThat(holding.get(5, TimeUnit.SECONDS).isActive()).isTrue();
    }

    @Test
    void another_tenant_sees_none_of_it() {
        call(() -> {
            policies.adopt(World.RULES);
            return true;
        });

        var seen =
                TenantScope.call(
                        new Tenant("somebody-else"),
                        () -> QuarkusTransaction.requiringNew().call(() -> policies.current()));
        assertThat(seen).isEmpty();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    TenantCode tenant() {
        return new TenantCode(tenant.code());
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
        return TenantScope.call(tenant, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
