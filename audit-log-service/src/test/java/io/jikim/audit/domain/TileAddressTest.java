package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0, 000",
        "67, 067",
        "999, 999",
        "1000, x001/000",
        // C2SP tlog-tiles, "Merkle Tree"
        "1234067, x001/x234/067",
        "1000000000, x001/x000/x000/000",
        "9223372036854775807, x009/x223/x372/x036/x854/x775/807",
    })
    void an_index_stands_in_groups_of_three_digits(long index, String place) {
        var full = new TileAddress(0, index, Tile.WIDTH);
        var partial = new TileAddress(63, index, 7);

        assertThat(full.place()).isEqualTo(place);
        assertThat(TileAddress.read("0", place)).contains(full);
        assertThat(partial.place()).isEqualTo(place + ".p/7");
        assertThat(TileAddress.read("63", place + ".p/7")).contains(partial);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "00",
                "0000",
                "1000",
                "x000/001",
                "x000/x001/234",
                "001/234",
                "x001",
                "x001/",
                "x001/x234",
                "/001",
                "001/",
                "x01/234",
                "x0001/234",
                "X001/234",
                "x001//234",
                "-01",
                "+01",
                "0x1",
                "٠٠١",
                "001.p",
                "001.p/",
                "001.p/0",
                "001.p/00",
                "001.p/01",
                "001.p/256",
                "001.p/999",
                "001.p/1000",
                "001.p/-1",
                "001.p/1/",
                "001.p/x001",
                "001.P/1",
                "001p/1",
                "001.p/1.p/1",
                "x001.p/1/234",
                "001 ",
                "001\n",
                "x001%2F234",
                "../000",
                "x009/x223/x372/x036/x854/x775/808",
                "x018/x446/x744/x073/x709/x551/615",
                "x001/x000/x000/x000/x000/x000/x000/x000/000",
            })
    void another_spelling_is_no_tile(String place) {
        assertThat(TileAddress.read("0", place)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00", "01", "64", "99", "100", "-1", "+1", "x0", "entries", "1.0", "١"})
    void another_level_is_no_tile(String level) {
        assertThat(TileAddress.read(level, "000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // size, level, full tiles, width of the partial one (C2SP tlog-tiles, "Partial Tiles")
        "70000, 0, 273, 112",
        "70000, 1, 1, 17",
        "70000, 2, 0, 1",
        "70000, 3, 0, 0",
        "256, 0, 1, 0",
        "256, 1, 0, 1",
        "256, 2, 0, 0",
        "0, 0, 0, 0",
        "1, 0, 0, 1",
        "255, 0, 0, 255",
        "255, 1, 0, 0",
        "257, 0, 1, 1",
        "257, 1, 0, 1",
        "65535, 0, 255, 255",
        "65535, 1, 0, 255",
        "65535, 2, 0, 0",
        "65536, 0, 256, 0",
        "65536, 1, 1, 0",
        "65536, 2, 0, 1",
        "65537, 0, 256, 1",
        "65537, 2, 0, 1",
        "16777216, 2, 1, 0",
        "16777216, 3, 0, 1",
    })
    void a_log_has_as_many_tiles_as_the_specification_says(
            long size, int level, int full, int partial) {
        assertThat(
                        LongStream.range(0, 400)
                                .filter(n -> new TileAddress(level, n, Tile.WIDTH).standsIn(size))
                                .count())
                .isEqualTo(full);
        assertThat(
                        IntStream.range(1, Tile.WIDTH)
                                .filter(w -> new TileAddress(level, full, w).standsIn(size))
                                .count())
                .isEqualTo(partial);
        assertThat(new TileAddress(level, full + 1L, 1).standsIn(size)).isFalse();
    }

    @Test
    void a_tile_that_is_full_still_has_all_of_its_widths() {
        assertThat(
                        IntStream.rangeClosed(1, Tile.WIDTH)
                                .allMatch(w -> new TileAddress(0, 272, w).standsIn(70_000)))
                .isTrue();
    }

    @Test
    void no_log_reaches_the_last_levels_and_places() {
        for (int level = 0; level < 64; level++) {
            assertThat(new TileAddress(level, Long.MAX_VALUE, 1).standsIn(Long.MAX_VALUE))
                    .isFalse();
            assertThat(new TileAddress(level, 0, 1).standsIn(Long.MAX_VALUE)).isEqualTo(level < 8);
            assertThat(new TileAddress(level, 0, 1).standsIn(70_000)).isEqualTo(level < 3);
        }
    }
}
