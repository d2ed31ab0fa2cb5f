package io.jikim.retention.erasure.application;

import static io.jikim.retention.erasure.application.World.ALICE;
import static io.jikim.retention.erasure.application.World.LOGINS;
import static io.jikim.retention.erasure.application.World.OMPASS;
import static io.jikim.retention.erasure.application.World.PAYMENTS;
import static io.jikim.retention.erasure.application.World.PROFILE;
import static io.jikim.retention.erasure.application.World.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.Part;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SystemName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the order in which people and messages act: nothing held is destroyed, and every case
/// ends or is named.
class RandomHistoriesTest {
    private World world = new World();
    private Random random = new Random();
    private final List<ErasureId> cases = new ArrayList<>();
    private final List<HoldId> placed = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_held_is_destroyed_and_every_case_ends_or_is_named(int seed) {
        random = new Random(seed);
        world = new World();
        world.systems.connect(SHOP, Map.of(PROFILE, 1L, PAYMENTS, 3L, LOGINS, 12L));
        world.systems.before = this::nothingHeldIsOrdered;

        for (var step = 0; step < 60; step++) {
            act();
            everyOrderRespectsTheHoldsOfItsMoment();
        }
        finish();
        everyCaseEnded();
    }

    private void act() {
        switch (random.nextInt(12)) {
            case 0 -> cases.add(world.terminate());
            case 1 ->
                    cases.add(
                            world.open(
                                    new Scope.Purpose(
                                            new PurposeCode("advertising"),
                                            Set.of(new PurposeCode("service")))));
            case 2 -> placed.add(place().id());
            case 3 -> release();
            case 4 -> any(cases, world::deposit);
            case 5 -> any(cases, id -> answerSome(id, _ -> random.nextBoolean()));
            case 6 -> any(cases, this::answerOldOrder);
            case 7 -> world.systems.awayBecause = random.nextBoolean() ? "unreachable" : null;
            case 8 -> world.mailIsAway = random.nextBoolean();
            case 9 -> any(cases, world::recheck);
            case 10 -> world.now = world.now.plus(Duration.ofHours(random.nextInt(40)));
            default -> any(cases, world.nameOverdue::name);
        }
        world.settle();
    }

    private Hold place() {
        var category = List.of(PROFILE, PAYMENTS, LOGINS).get(random.nextInt(3));
        return world.place.place(OMPASS, ALICE, Set.of(category), "matter");
    }

    private void release() {
        any(placed, world.release::release);
    }

    private <T> void any(List<T> from, java.util.function.Consumer<T> act) {
        if (!from.isEmpty()) {
            act.accept(from.get(random.nextInt(from.size())));
        }
    }

    private void answerSome(ErasureId id, Predicate<String> who) {
        if (world.look(id) instanceof Erasure.Ordered) {
            world.answers(id, who);
        }
    }

    private void answerOldOrder(ErasureId id) {
        var orders =
                world.erasures.facts().stream()
                        .filter(ErasureFact.Ordered.class::isInstance)
                        .map(ErasureFact.Ordered.class::cast)
                        .filter(fact -> fact.opening().id().equals(id))
                        .toList();
        any(orders, order -> world.answer(id, "audit-log-service", order));
    }

    private void nothingHeldIsOrdered(SystemOrder order) {
        var held = world.holds.active(ALICE).keySet();
        assertThat(order.lines())
                .filteredOn(line -> held.contains(line.category()))
                .allSatisfy(line ->
                        assertThat(line.disposition())
                                .isInstanceOfAny(Disposition.Held.class, Disposition.Keep.class));
    }

    private void everyOrderRespectsTheHoldsOfItsMoment() {
        for (var id : cases) {
            var erasure = world.look(id);
            var certified = world.certificates.find(id, null).isPresent();
            assertThat(erasure instanceof Erasure.Certified && !certified).isFalse();
            if (erasure instanceof Erasure.Certified) {
                assertThat(erasure.parts().isSettled()).isTrue();
            }
        }
    }

    private void finish() {
        world.systems.awayBecause = null;
        world.mailIsAway = false;
        placed.forEach(world.release::release);
        world.settle();
        for (var round = 0; round < 5; round++) {
            for (var id : cases) {
                world.deposit(id);
                world.recheck(id);
                answerSome(id, _ -> true);
                world.recheck(id);
            }
        }
    }

    private void everyCaseEnded() {
        assertThat(cases)
                .allSatisfy(id -> {
                    assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
                    var certified = (Erasure.Certified) world.look(id);
                    assertThat(certified.held()).isEmpty();
                    assertThat(certified.parts().all()).allMatch(Part::isSettled);
                });
        if (cases.stream()
                .anyMatch(id -> world.look(id).opening().scope() instanceof Scope.Membership)) {
            assertThat(world.systems.live.get(new SystemName("shop"))).isEmpty();
        }
    }
}
