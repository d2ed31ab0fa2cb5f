package io.jikim.retention.erasure.application;

import static io.jikim.retention.erasure.application.World.ALICE;
import static io.jikim.retention.erasure.application.World.OMPASS;
import static io.jikim.retention.erasure.application.World.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.domain.HoldId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompareArchiveHoldsTest {
    private final World world = new World();
    private final CompareArchiveHolds compare =
            new CompareArchiveHolds(world.archive, world.holds, () -> world.now);

    @Test
    void a_hold_whose_transaction_was_undone_leaves_the_archive_after_an_hour() {
        world.archive.place(OMPASS, new HoldId(UUID.randomUUID()), ALICE, Set.of(PAYMENTS));

        world.now = world.now.plus(Duration.ofMinutes(59));
        compare.compare(OMPASS);
        assertThat(world.archive.standing(OMPASS)).hasSize(1);

        world.now = world.now.plus(Duration.ofMinutes(2));
        compare.compare(OMPASS);
        assertThat(world.archive.standing(OMPASS)).isEmpty();
    }

    @Test
    void a_hold_that_stands_outside_stays_in_the_archive() {
        var hold = world.place.place(OMPASS, ALICE, Set.of(PAYMENTS), "2026-17");

        world.now = world.now.plus(Duration.ofDays(400));
        compare.compare(OMPASS);

        assertThat(world.archive.standing(OMPASS)).containsOnlyKeys(hold.id());
    }
}
