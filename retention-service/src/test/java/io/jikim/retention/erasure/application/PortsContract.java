package io.jikim.retention.erasure.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.application.port.Erasures;
import io.jikim.retention.erasure.application.port.Holds;
import io.jikim.retention.erasure.application.port.Participants;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.application.port.SealedIdentifiers;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldFact;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.Identifiers;
import io.jikim.retention.erasure.domain.Opening;
import io.jikim.retention.erasure.domain.Participant;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.Parts;
import io.jikim.retention.erasure.domain.Plan;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every implementation of the ports does, whether it keeps things in memory or in PostgreSQL.
abstract class PortsContract {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final Category PAYMENTS = new Category("payment-records");
    private static final ParticipantName CONSENT = new ParticipantName("consent-service");
    private final SubjectId alice = new SubjectId(UUID.randomUUID());

    abstract TenantCode tenant();

    abstract Erasures erasures();

    abstract Holds holds();

    abstract Policies policies();

    abstract Participants participants();

    abstract SealedIdentifiers identifiers();

    /// In a transaction of the tenant.
    abstract <T> T call(Supplier<T> work);

    private void run(Runnable work) {
        call(() -> {
            work.run();
            return this;
        });
    }

    private Erasure.Opened erasure(long number, UUID trigger) {
        var opening =
                new Opening(
                        new ErasureId(new UUID(number, alice.value().getLeastSignificantBits())),
                        tenant(),
                        alice,
                        new Scope.Membership(),
                        trigger,
                        NOON,
                        NOON.plusSeconds(60));
        return new Erasure.Opened(opening, Parts.pending(List.of(CONSENT)));
    }

    private boolean open(Erasure.Opened erasure) {
        return call(() ->
                erasures()
                        .open(
                                erasure,
                                new ErasureFact.Opened(erasure.opening(), List.of(CONSENT))));
    }

    @Test
    void opens_one_case_per_trigger_and_subject() {
        var trigger = UUID.randomUUID();

        assertThat(open(erasure(1, trigger))).isTrue();
        assertThat(open(erasure(2, trigger))).isFalse();
        assertThat(call(() -> erasures().ofSubject(alice))).hasSize(1);
    }

    @Test
    void gives_back_the_newest_state_also_after_a_look_without_the_lock() {
        var opened = erasure(1, UUID.randomUUID());
        open(opened);
        var frozen = opened.frozen(CONSENT, NOON).freeze();

        run(() -> {
            assertThat(erasures().find(opened.id())).contains(opened);
            assertThat(erasures().lock(opened.id())).contains(opened);
            erasures().save(frozen, List.of(), Duration.ofDays(1));
        });

        assertThat(call(() -> erasures().find(opened.id()))).contains(frozen);
        assertThat(call(() -> erasures().lock(opened.id()))).contains(frozen);
    }

    @Test
    void lists_the_newest_first_and_goes_on_from_a_cursor() {
        var first = erasure(1, UUID.randomUUID());
        var second = erasure(2, UUID.randomUUID());
        open(first);
        open(second);

        assertThat(call(() -> erasures().list(alice, null, 1))).containsExactly(second);
        assertThat(call(() -> erasures().list(alice, second.id(), 9))).containsExactly(first);
    }

    @Test
    void shows_what_is_held_until_it_is_released() {
        var hold =
                new Hold(new HoldId(UUID.randomUUID()), alice, Set.of(PAYMENTS), "m", NOON, null);
        run(() -> holds().save(hold, new HoldFact.Placed(hold)));
        assertThat(call(() -> holds().guard(alice))).isEqualTo(Map.of(PAYMENTS, hold.id()));
        assertThat(call(() -> holds().active(new SubjectId(UUID.randomUUID())))).isEmpty();

        var released = hold.release(NOON.plusSeconds(1));
        run(() -> holds().save(released, new HoldFact.Released(released)));

        assertThat(call(() -> holds().active(alice))).isEmpty();
        assertThat(call(() -> holds().find(hold.id()))).contains(released);
        assertThat(call(() -> holds().ofSubject(alice))).containsExactly(released);
    }

    @Test
    void keeps_the_first_deposit_until_the_end_of_its_key() {
        var opened = erasure(1, UUID.randomUUID());
        open(opened);
        var opening = opened.opening();
        assertThat(call(() -> identifiers().isDeposited(opened.id()))).isFalse();

        assertThat(call(() -> identifiers().deposit(opening, World.PERSON))).isTrue();
        assertThat(call(() -> identifiers().deposit(opening, World.PERSON))).isFalse();
        assertThat(call(() -> identifiers().read(opening, OwnAccess.to("test"))))
                .contains(World.PERSON);

        var destroyed = call(() -> identifiers().destroyKey(opening));
        assertThat(call(() -> identifiers().destroyKey(opening))).isEqualTo(destroyed);
        assertThat(call(() -> identifiers().read(opening, OwnAccess.to("test"))))
                .contains(Identifiers.NONE);
        run(() -> identifiers().forget(opened.id()));
        assertThat(call(() -> identifiers().read(opening, OwnAccess.to("test")))).isEmpty();
    }

    @Test
    void lets_the_highest_policy_version_win() {
        run(() -> policies().adopt(version(2)));
        run(() -> policies().adopt(version(1)));
        assertThat(call(() -> policies().current())).contains(version(2));

        run(() -> policies().adopt(version(3)));
        assertThat(call(() -> policies().current())).contains(version(3));
    }

    @Test
    void knows_the_categories_of_every_policy_version() {
        assertThat(call(() -> policies().categories())).isEmpty();
        var without =
                new PolicyRules(
                        2, "d2", 0, List.of(), Map.of(), Map.of(PAYMENTS, World.PAYMENT_LAW));
        run(() -> policies().adopt(World.RULES));
        run(() -> policies().adopt(without));

        assertThat(call(() -> policies().categories())).isEqualTo(World.RULES.categories());
    }

    private static PolicyRules version(int version) {
        return new PolicyRules(
                version,
                "d" + version,
                0,
                World.RULES.purposes(),
                World.RULES.items(),
                World.RULES.statutory());
    }

    @Test
    void knows_a_participant_by_its_name() {
        var newsletter =
                new Participant(new ParticipantName("newsletter"), "key", Set.of(PAYMENTS));
        run(() -> participants().register(newsletter, "first"));
        var more = new Participant(newsletter.name(), "key", Set.of());
        run(() -> participants().register(more, "second"));

        assertThat(call(() -> participants().all())).containsExactly(more);
        assertThat(call(() -> participants().find(newsletter.name()))).contains(more);
        assertThat(call(() -> participants().client(newsletter.name()))).contains("first");
        assertThat(call(() -> participants().client(CONSENT))).isEmpty();

        run(() -> participants().retire(newsletter.name(), OwnAccess.to("participant.retire")));
        assertThat(call(() -> participants().all())).isEmpty();
        assertThat(call(() -> participants().find(newsletter.name()))).contains(more);
        run(() -> participants().register(newsletter, "third"));
        assertThat(call(() -> participants().all())).containsExactly(newsletter);
    }

    @Test
    void forgets_that_a_case_was_late_when_its_next_round_has_a_deadline_of_its_own() {
        var later = Instant.parse("2100-01-01T00:00:00Z");
        var plan = new Plan(1, "d", List.of());
        var opened = erasure(1, UUID.randomUUID());
        var ordered = opened.freeze().plan(plan, 0).order(plan, NOON);
        open(opened);
        run(() -> {
            erasures().lock(opened.id());
            erasures()
                    .save(
                            ordered,
                            List.of(new ErasureFact.Overdue(ordered.opening(), List.of(), NOON)),
                            null);
        });
        assertThat(call(() -> erasures().isOverdue(opened.id()))).isTrue();

        var next = ordered.orderOwed(Set.of(), plan, NOON, later);
        run(() -> {
            erasures().lock(opened.id());
            erasures()
                    .save(
                            next,
                            List.of(new ErasureFact.Ordered(next.opening(), 2, List.of(), NOON)),
                            null);
        });

        assertThat(call(() -> erasures().isOverdue(opened.id()))).isFalse();
        assertThat(call(() -> erasures().find(opened.id()))).contains(next);
        assertThat(call(() -> erasures().find(opened.id())).orElseThrow().opening().deadline())
                .isEqualTo(later);
    }
}
