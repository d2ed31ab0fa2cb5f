package io.jikim.retention.erasure.application;

import static io.jikim.retention.erasure.application.World.ALICE;
import static io.jikim.retention.erasure.application.World.OMPASS;
import static io.jikim.retention.erasure.application.World.PAYMENTS;
import static io.jikim.retention.erasure.application.World.PAYMENT_LAW;
import static io.jikim.retention.erasure.application.World.PERSON;
import static io.jikim.retention.erasure.application.World.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.application.port.ArchiveDeposit;
import io.jikim.retention.erasure.application.port.ArchiveHolds;
import io.jikim.retention.erasure.domain.Hold;
import io.jikim.retention.erasure.domain.HoldFact;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompareArchiveHoldsTest {
    private final World world = new World();

    @Test
    void a_hold_that_a_restored_database_has_lost_still_keeps_what_the_archive_has() {
        archiveWhatIsDue();
        var restore = world.copy();
        var lost = world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-17");
        world.now = world.now.plus(Duration.ofDays(400));

        restore.run();
        world.destroyExpired.destroy(OMPASS);

        assertThat(world.archive.of(OMPASS, ALICE)).hasSize(1);
        assertThat(world.holds.ofSubject(ALICE))
                .containsExactly(Hold.found(lost.id(), ALICE, Set.of(PAYMENTS), lost.placedAt()));
        assertThat(world.holds.facts()).hasSize(1).allMatch(HoldFact.Placed.class::isInstance);
    }

    @Test
    void a_hold_that_was_found_in_the_archive_ends_when_somebody_releases_it() {
        archiveWhatIsDue();
        var restore = world.copy();
        var lost = world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-17");
        restore.run();
        world.destroyExpired.destroy(OMPASS);

        world.release.release(lost.id());
        world.destroyExpired.destroy(OMPASS);

        assertThat(world.archive.of(OMPASS, ALICE)).isEmpty();
        assertThat(world.archive.standing(OMPASS)).isEmpty();
    }

    @Test
    void a_hold_that_a_restored_database_has_lost_is_obeyed_by_a_case_before_any_comparison() {
        world.systems.connect(SHOP, Map.of(PAYMENTS, 3L));
        var id = world.terminate();
        var restore = world.copy();
        world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-17");

        restore.run();
        world.deposit.deposit(id, PERSON);
        world.settle();

        assertThat(world.systems.live.get(SHOP)).containsEntry(PAYMENTS, 3L);
        assertThat(world.look(id).parts().find(SHOP.participant()).orElseThrow().heldCategories())
                .containsExactly(PAYMENTS);
    }

    @Test
    void an_active_hold_stands_again_in_an_archive_that_was_restored_to_before_it() {
        archiveWhatIsDue();
        var restore = world.archive.holdsAsNow();
        var hold = world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-17");

        restore.run();
        world.destroyExpired.destroy(OMPASS);

        assertThat(world.archive.of(OMPASS, ALICE)).hasSize(1);
        assertThat(world.archive.standing(OMPASS))
                .extracting(ArchiveHolds.Standing::id)
                .containsExactly(hold.id());
    }

    @Test
    void a_released_hold_leaves_an_archive_that_was_restored_to_before_the_release() {
        var hold = world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-17");
        var restore = world.archive.holdsAsNow();
        world.release.release(hold.id());
        world.compare.compare(OMPASS);

        restore.run();
        world.compare.compare(OMPASS);

        assertThat(world.archive.standing(OMPASS)).isEmpty();
    }

    @Test
    void a_hold_whose_release_a_restored_database_has_lost_stands_again_in_the_archive() {
        archiveWhatIsDue();
        var hold = world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-17");
        var restore = world.copy();
        world.release.release(hold.id());
        world.compare.compare(OMPASS);

        restore.run();
        world.destroyExpired.destroy(OMPASS);

        assertThat(world.archive.of(OMPASS, ALICE)).hasSize(1);
    }

    @Test
    void a_hold_that_stands_on_both_sides_stays_as_it_is() {
        var hold = world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-17");

        world.now = world.now.plus(Duration.ofDays(400));
        world.compare.compare(OMPASS);

        assertThat(world.archive.standing(OMPASS))
                .extracting(ArchiveHolds.Standing::id)
                .containsExactly(hold.id());
        assertThat(world.holds.ofSubject(ALICE)).containsExactly(hold);
    }

    private void archiveWhatIsDue() {
        var id = world.terminate();
        world.archive.deposit(
                OMPASS,
                List.of(
                        new ArchiveDeposit(
                                id,
                                ALICE,
                                PAYMENTS,
                                PAYMENT_LAW,
                                new ArchiveDeposit.Origin(
                                        "system:shop", "1", LocalDate.parse("2021-11-01")),
                                Map.of())));
    }
}
