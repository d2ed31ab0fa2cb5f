package io.jikim.retention.erasure.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.application.port.DestructionGuard;
import io.jikim.retention.erasure.application.port.DueWork;
import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.CaseRef;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.Opening;
import io.jikim.retention.erasure.domain.Parts;
import io.jikim.retention.erasure.domain.Plan;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.erasure.domain.Verification;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.Stack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
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
    @Inject ReleaseHold release;
    @Inject RecoverHolds recover;
    @Inject CompareArchiveHolds compare;
    @Inject ArchiveHolds archive;
    @Inject DueWork due;

    @Test
    void a_hold_waits_for_what_is_being_destroyed() throws Exception {
        adopt();
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
                CompletableFuture.supplyAsync(() -> TenantScope.call(tenant, () -> hold(subject)));

        assertThatThrownBy(() -> holding.get(500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        destroyed.countDown();
        destruction.get(5, TimeUnit.SECONDS);
        assertThat(holding.get(5, TimeUnit.SECONDS).isActive()).isTrue();
    }

    @Test
    void a_hold_does_not_wait_for_ever_and_is_not_placed_when_it_gives_up() throws Exception {
        adopt();
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
        try {
            assertThatThrownBy(() -> TenantScope.call(tenant, () -> hold(subject)))
                    .isInstanceOf(Holds.BeingDestroyed.class);
        } finally {
            destroyed.countDown();
        }
        destruction.get(5, TimeUnit.SECONDS);
        assertThat(call(() -> holds.ofSubject(subject))).isEmpty();
        assertThat(TenantScope.call(tenant, () -> hold(subject)).isActive()).isTrue();
    }

    @Test
    void what_health_counts_is_found_by_index() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("retention"));
                var statement = connection.createStatement()) {
            // the planner prefers a scan while a table is small; it has to be able to do without
            statement.execute("set enable_seqscan = off");
            for (var condition :
                    List.of(
                            "state = 'ORDERED' and state <> 'CERTIFIED'",
                            "state = 'ORDERED'",
                            "overdue_at is not null and state <> 'CERTIFIED'",
                            "contested")) {
                try (var plan =
                        statement.executeQuery(
                                "explain select from erasure where "
                                        + condition
                                        + " limit 10000")) {
                    var lines = new StringBuilder();
                    while (plan.next()) {
                        lines.append(plan.getString(1));
                    }
                    assertThat(lines.toString())
                            .as(condition)
                            .containsPattern("erasure_(open|overdue|contested)");
                }
            }
        }
    }

    @Test
    void finds_what_is_late_in_every_state_but_inside_a_restore_window() {
        var plan = new Plan(1, "d", List.of());
        var waiting = opened(1).freeze().plan(plan, 100_000);
        var untold =
                opened(2)
                        .freeze()
                        .plan(plan, 0)
                        .order(plan, Instant.EPOCH)
                        .verify(new Verification(Instant.EPOCH, List.of()));
        store(waiting);
        store(untold);

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(call(() -> erasures.isOverdue(untold.id()))).isTrue());
        assertThat(due.overdueStill()).isPositive();
        assertThat(due.overdue(1000)).extracting(CaseRef::erasure).doesNotContain(waiting.id());
        assertThat(call(() -> erasures.isOverdue(waiting.id()))).isFalse();
    }

    @Test
    void a_case_that_was_postponed_is_not_due_again_before_its_time() {
        var waiting = opened(4).freeze();
        call(() -> {
            storeInThisTransaction(waiting);
            erasures.postpone(waiting.id(), Erasures.Turn.NAMING, Duration.ofHours(1));
            erasures.postpone(waiting.id(), Erasures.Turn.WORK, Duration.ofHours(1));
            return true;
        });
        assertThat(due.overdue(1000)).extracting(CaseRef::erasure).doesNotContain(waiting.id());
        assertThat(due.toRecheck(1000)).extracting(CaseRef::erasure).doesNotContain(waiting.id());
        assertThat(call(() -> erasures.find(waiting.id()))).contains(waiting);
    }

    @Test
    void the_database_dates_when_a_case_is_looked_at_again() throws SQLException {
        var waiting = opened(3).freeze().plan(new Plan(1, "d", List.of()), 100_000);
        store(waiting);
        call(() -> {
            erasures.save(waiting, List.of(), Duration.ofHours(1));
            return true;
        });

        try (var connection =
                        DriverManager.getConnection(LocalStack.shared().superuserUrl("retention"));
                var statement =
                        connection.prepareStatement(
                                "select extract(epoch from recheck_at - now())"
                                        + " from erasure where id = ?")) {
            statement.setObject(1, waiting.id().value());
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getDouble(1)).isBetween(3500.0, 3600.0);
            }
        }
    }

    @Test
    void a_hold_that_is_being_placed_is_waited_for_and_never_taken_for_a_lost_one()
            throws Exception {
        adopt();
        var subject = new SubjectId(UUID.randomUUID());
        var placed = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        var placing = CompletableFuture.supplyAsync(() -> placeAndWait(subject, placed, commit));
        placed.await();
        var recovering = CompletableFuture.runAsync(() -> recover(subject));

        assertThatThrownBy(() -> recovering.get(500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        commit.countDown();
        var hold = placing.get(5, TimeUnit.SECONDS);
        recovering.get(5, TimeUnit.SECONDS);

        assertThat(call(() -> holds.ofSubject(subject))).containsExactly(hold);
        assertThat(due.foundHolds()).doesNotContainKey(hold.id());
    }

    @Test
    void a_hold_that_only_the_archive_knows_stands_again_and_is_shown_until_it_is_released() {
        adopt();
        var subject = new SubjectId(UUID.randomUUID());
        var lost = new HoldId(UUID.randomUUID());
        archive.place(tenant(), lost, subject, Set.of(new Category("login-logs")));

        recover(subject);
        recover(subject);

        var found = call(() -> holds.ofSubject(subject));
        assertThat(found).hasSize(1).first().extracting(Hold::id).isEqualTo(lost);
        assertThat(call(() -> holds.allActive())).isEqualTo(found);
        assertThat(due.foundHolds()).containsEntry(lost, tenant());

        TenantScope.call(tenant, () -> release.release(lost));
        TenantScope.run(tenant, () -> compare.compare(tenant()));
        assertThat(due.foundHolds()).doesNotContainKey(lost);
        assertThat(archive.standing(tenant())).isEmpty();
    }

    private Hold placeAndWait(SubjectId subject, CountDownLatch placed, CountDownLatch commit) {
        return call(() -> {
            var hold = hold(subject);
            placed.countDown();
            await(commit);
            return hold;
        });
    }

    private void recover(SubjectId subject) {
        TenantScope.run(tenant, () -> recover.recover(tenant(), subject));
    }

    private void adopt() {
        call(() -> {
            policies.adopt(World.RULES);
            return true;
        });
    }

    private Hold hold(SubjectId subject) {
        return place.place(tenant(), subject, Set.of(new Category("login-logs")), "matter");
    }

    private Erasure.Opened opened(long number) {
        var opening =
                new Opening(
                        new ErasureId(
                                new UUID(number, UUID.randomUUID().getLeastSignificantBits())),
                        tenant(),
                        new SubjectId(UUID.randomUUID()),
                        new Scope.Membership(),
                        UUID.randomUUID(),
                        Instant.EPOCH,
                        Instant.EPOCH);
        return new Erasure.Opened(opening, Parts.pending(List.of()));
    }

    // In one transaction, so that nobody sees it opened.
    private void store(Erasure erasure) {
        call(() -> {
            storeInThisTransaction(erasure);
            return true;
        });
    }

    private void storeInThisTransaction(Erasure erasure) {
        var opened = new Erasure.Opened(erasure.opening(), erasure.parts());
        erasures.open(opened, new ErasureFact.Opened(erasure.opening(), List.of()));
        erasures.save(erasure, List.of(), null);
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
