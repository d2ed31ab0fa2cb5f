package io.jikim.audit.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTilesTest {
    private static final int ROOM = 512;

    private final RecentTiles recent = new RecentTiles();

    @Test
    void a_tile_is_known_by_level_and_index() {
        recent.keep(0, 1, new byte[] {1});
        recent.keep(1, 0, new byte[] {2});

        assertThat(recent.find(0, 1)).contains(new byte[] {1});
        assertThat(recent.find(1, 0)).contains(new byte[] {2});
        assertThat(recent.find(1, 1)).isEmpty();
    }

    @Test
    void the_one_that_nobody_has_asked_for_longest_makes_room() {
        for (int index = 0; index < ROOM; index++) {
            recent.keep(0, index, new byte[0]);
        }
        recent.find(0, 0);

        recent.keep(0, ROOM, new byte[0]);

        assertThat(recent.find(0, 0)).isPresent();
        assertThat(recent.find(0, 1)).isEmpty();
        assertThat(recent.find(0, ROOM)).isPresent();
    }
}
