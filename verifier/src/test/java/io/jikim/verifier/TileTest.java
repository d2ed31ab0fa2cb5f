package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// C2SP tlog-tiles, its numbers.
class TileTest {

    @Test
    void an_index_is_written_in_groups_of_three_digits() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(3, 0, 7).path()).isEqualTo("tile/3/000.p/7");
        assertThat(new Tile(0, 1_000, 1).bundlePath()).isEqualTo("tile/entries/x001/000.p/1");
    }

    @Test
    void a_tree_of_70_000_entries_has_the_tiles_that_the_specification_counts() {
        assertThat(Tile.full(0, 70_000)).isEqualTo(70_000);
        assertThat(Tile.of(0, 272, 70_000).isPartial()).isFalse();
        assertThat(Tile.of(0, 273, 70_000).width()).isEqualTo(112);
        assertThat(Tile.of(1, 0, 70_000).isPartial()).isFalse();
        assertThat(Tile.of(1, 1, 70_000).width()).isEqualTo(17);
        assertThat(Tile.of(2, 0, 70_000).width()).isEqualTo(1);
        assertThat(Tile.full(3, 70_000)).isZero();
        assertThat(Tile.full(8, Long.MAX_VALUE)).isZero();
    }
}
