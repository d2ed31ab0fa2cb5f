package io.jikim.audit.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecentTilesTest {
    private static final int ROOM = 512;

    private final RecentTiles recent = new RecentTiles();

    @Test
    void a_tile_is_known_by_level_and_index() {
        recent.keep(0, 1, hashes(1, 1));
        recent.keep(1, 0, hashes(2, 1));

        assertThat(recent.find(0, 1, 1)).contains(hashes(1, 1));
        assertThat(recent.find(1, 0, 1)).contains(hashes(2, 1));
        assertThat(recent.find(1, 1, 1)).isEmpty();
    }

    @Test
    void a_tile_is_known_as_far_as_it_was_wide() {
        recent.keep(0, 1, hashes(1, 7));

        assertThat(recent.find(0, 1, 7)).contains(hashes(1, 7));
        assertThat(recent.find(0, 1, 3)).contains(hashes(1, 3));
        assertThat(recent.find(0, 1, 8)).isEmpty();
    }

    @Test
    void nothing_is_known_of_what_was_forgotten() {
        recent.keep(0, 1, hashes(1, 7));

        recent.forget();

        assertThat(recent.find(0, 1, 7)).isEmpty();
    }

    @Test
    void the_one_that_nobody_has_asked_for_longest_makes_room() {
        for (int index = 0; index < ROOM; index++) {
            recent.keep(0, index, hashes(1, 1));
        }
        recent.find(0, 0, 1);

        recent.keep(0, ROOM, hashes(1, 1));

        assertThat(recent.find(0, 0, 1)).isPresent();
        assertThat(recent.find(0, 1, 1)).isEmpty();
        assertThat(recent.find(0, ROOM, 1)).isPresent();
    }

    private static byte[] hashes(int value, int count) {
        var hashes = new byte[32 * count];
        Arrays.fill(hashes, (byte) value);
        return hashes;
    }
}
