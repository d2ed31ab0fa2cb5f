package io.jikim.retention.erasure.application;

import static io.jikim.retention.erasure.application.World.ALICE;
import static io.jikim.retention.erasure.application.World.LOGINS;
import static io.jikim.retention.erasure.application.World.OMPASS;
import static io.jikim.retention.erasure.application.World.PAYMENTS;
import static io.jikim.retention.erasure.application.World.PROFILE;
import static io.jikim.retention.erasure.application.World.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.Part;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SystemName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the order in which people and messages act, how often a message comes, and to whichever
/// older copy the service is restored: nothing held is destroyed, and every case ends or is named.
class RandomHistoriesTest {
    private static final int HISTORIES = 10_000;
    private static final int PARTS = 4;
    private World world = new World();
    private Random random = new Random();
    private final List<HoldId> placed = new ArrayList<>();
    private final List<Runnable> messages = new ArrayList<>();
    private Copy copy = new Copy(() -> {}, 0);
    private int triggers;

    /// An older state, and how many messages had come by then.
    private record Copy(Runnable back, int messages) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nothing_held_is_destroyed_and_every_case_ends_or_is_named(int part) {
        for (var seed = part; seed < HISTORIES; seed += PARTS) {
            try {
                history(seed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("history " + seed, e);
            }
        }
    }

    private void history(int seed) {
        random = new Random(seed);
        world = new World();
        world.systems.connect(SHOP, Map.of(PROFILE, 1L, PAYMENTS, 3L, LOGINS, 12L));
        world.systems.before = this::nothingHeldIsOrdered;
        placed.clear();
        messages.clear();
        triggers = 0;
        copy = new Copy(world.copy(), 0);

        for (var step = 0; step < 60; step++) {
            act();
            everyOrderRespectsTheHoldsOfItsMoment();
        }
        finish();
        everyCaseEnded();
    }

    private void act() {
        switch (random.nextInt(16)) {
            case 0 -> trigger(new Scope.Membership());
            case 1 ->
                    trigger(
                            new Scope.Purpose(
                                    new PurposeCode("advertising"),
                                    Set.of(new PurposeCode("service"))));
            case 2 -> place(List.of(PROFILE, PAYMENTS, LOGINS).get(random.nextInt(3)));
            case 3 -> release();
            case 4 -> any(cases(), id -> send(() -> deposit(id)));
            case 5, 6 -> any(cases(), id -> answerSome(id, _ -> random.nextBoolean()));
            case 7 -> any(cases(), this::answerOldOrder);
            case 8 -> world.systems.awayBecause = random.nextBoolean() ? "unreachable" : null;
            case 9 -> world.mailIsAway = random.nextBoolean();
            case 10 -> any(cases(), world::recheck);
            case 11 -> world.now = world.now.plus(Duration.ofHours(random.nextInt(40)));
            case 12, 13 -> any(messages, Runnable::run);
            case 14 -> keepOrRestore();
            default -> any(cases(), world.nameOverdue::name);
        }
        world.settle();
    }

    /// Takes another copy more often than it goes back to one, so that histories also get far.
    private void keepOrRestore() {
        if (random.nextInt(4) > 0) {
            copy = new Copy(world.copy(), messages.size());
            return;
        }
        copy.back().run();
        placed.removeIf(id -> world.holds.find(id).isEmpty());
        List.copyOf(messages.subList(copy.messages(), messages.size())).forEach(Runnable::run);
        cases().forEach(world::recheck);
    }

    private List<ErasureId> cases() {
        return world.erasures.ofSubject(ALICE).stream().map(Erasure::id).toList();
    }

    /// What comes once or more often, and again after a restore.
    private void send(Runnable message) {
        message.run();
        messages.add(message);
    }

    private void trigger(Scope scope) {
        var trigger = new UUID(9, triggers++);
        send(() -> world.open.open(OMPASS, ALICE, scope, trigger));
    }

    private void deposit(ErasureId id) {
        if (world.erasures.find(id).isPresent()) {
            world.deposit(id);
        }
    }

    /// A person places a hold once; after a restore somebody has to place it again.
    private void place(Category category) {
        var at = placed.size();
        placed.add(world.place.place(OMPASS, ALICE, Set.of(category), "matter").id());
        messages.add(() -> placeAgain(at, category));
    }

    private void placeAgain(int at, Category category) {
        if (at >= placed.size()) {
            placed.add(world.place.place(OMPASS, ALICE, Set.of(category), "matter").id());
        }
    }

    private void release() {
        any(placed, world.release::release);
    }

    private <T> void any(List<T> from, Consumer<T> act) {
        if (!from.isEmpty()) {
            act.accept(from.get(random.nextInt(from.size())));
        }
    }

    private void answerSome(ErasureId id, Predicate<String> who) {
        if (world.look(id) instanceof Erasure.Ordered ordered) {
            var order = world.newestOrder(id);
            ordered.parts().all().stream()
                    .map(Part::participant)
                    .filter(name -> SystemName.of(name).isEmpty())
                    .map(ParticipantName::code)
                    .filter(who)
                    .forEach(name -> send(() -> world.answer(id, name, order)));
            world.settle();
        }
    }

    private void answerOldOrder(ErasureId id) {
        var orders =
                world.erasures.facts().stream()
                        .filter(ErasureFact.Ordered.class::isInstance)
                        .map(ErasureFact.Ordered.class::cast)
                        .filter(fact -> fact.opening().id().equals(id))
                        .toList();
        any(orders, order -> send(() -> world.answer(id, "audit-log-service", order)));
    }

    private void nothingHeldIsOrdered(SystemOrder order) {
        var held = held();
        assertThat(order.lines())
                .filteredOn(line -> held.contains(line.category()))
                .allSatisfy(line ->
                        assertThat(line.disposition())
                                .isInstanceOfAny(Disposition.Held.class, Disposition.Keep.class));
    }

    /// What is held here, and what the archive knows to be held though a restored database has lost
    /// it.
    private Set<Category> held() {
        var held = new HashSet<>(world.holds.active(ALICE).keySet());
        world.archive.standing(OMPASS).stream()
                .filter(hold -> world.holds.find(hold.id()).isEmpty())
                .forEach(hold -> held.addAll(hold.categories()));
        return held;
    }

    private void everyOrderRespectsTheHoldsOfItsMoment() {
        assertThat(cases()).hasSizeLessThanOrEqualTo(triggers);
        for (var id : cases()) {
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
        world.compare.compare(OMPASS);
        world.holds.allActive().forEach(hold -> world.release.release(hold.id()));
        world.settle();
        for (var round = 0; round < 5; round++) {
            for (var id : cases()) {
                world.deposit(id);
                world.recheck(id);
                answerSome(id, _ -> true);
                world.recheck(id);
            }
        }
    }

    private void everyCaseEnded() {
        assertThat(cases())
                .allSatisfy(id -> {
                    assertThat(world.look(id)).isInstanceOf(Erasure.Certified.class);
                    var certified = (Erasure.Certified) world.look(id);
                    assertThat(certified.held()).isEmpty();
                    assertThat(certified.parts().all()).allMatch(Part::isSettled);
                });
        assertThat(cases()).hasSize(triggers);
        if (cases().stream()
                .anyMatch(id -> world.look(id).opening().scope() instanceof Scope.Membership)) {
            assertThat(world.systems.live.get(new SystemName("shop"))).isEmpty();
        }
    }
}
