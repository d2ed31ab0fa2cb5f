package io.jikim.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.audit.application.port.BrokenLog;
import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.Leaves;
import io.jikim.audit.domain.Frontier;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.MerkleHash;
import io.jikim.audit.domain.Tile;
import io.jikim.audit.domain.TileAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadTilesTest {
    private static final int MOST = 70_000;
    private static final List<byte[]> LEAVES =
            LongStream.range(0, MOST)
                    .mapToObj(i -> ByteBuffer.allocate(8).putLong(i).array())
                    .toList();
    private static final List<List<Hash>> REFERENCE = reference();

    private final Log log = new Log();

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 65_535, 65_536, 65_537, MOST})
    void every_tile_is_what_the_leaves_give(int size) {
        var reader = log.reader(MOST, size);
        for (int level = 0; level < REFERENCE.size(); level++) {
            int row = size >>> (Tile.HEIGHT * level);
            for (int from = 0; from < row; from += Tile.WIDTH) {
                int to = Math.min(row, from + Tile.WIDTH);
                assertThat(reader.hashes(new TileAddress(level, from / Tile.WIDTH, to - from)))
                        .contains(Hash.joined(REFERENCE.get(level).subList(from, to)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 272", "1, 0", "2, 0"})
    void earlier_widths_are_the_beginning_of_later_ones(int level, int index) {
        var reader = log.reader(MOST, MOST);
        for (int width = 1; width <= Tile.WIDTH; width++) {
            var address = new TileAddress(level, index, width);
            assertThat(reader.hashes(address).isPresent()).isEqualTo(address.standsIn(MOST));
            assertThat(reader.hashes(address).orElse(beginning(level, index, 0)))
                    .isEqualTo(beginning(level, index, address.standsIn(MOST) ? width : 0));
        }
    }

    @Test
    void a_bundle_holds_each_leaf_behind_its_length() {
        var bundle = log.reader(300, 300).bundle(new TileAddress(0, 1, 44)).orElseThrow();

        assertThat(bundle).hasSize(44 * 10);
        for (int i = 0; i < 44; i++) {
            var entry = ByteBuffer.wrap(bundle, i * 10, 10);
            assertThat(entry.getShort()).isEqualTo((short) 8);
            assertThat(entry.getLong()).isEqualTo(256 + i);
        }
    }

    @Test
    void nothing_is_shown_that_no_checkpoint_covers() {
        var ahead = log.reader(600, 300);

        assertThat(ahead.hashes(new TileAddress(0, 1, 44))).isPresent();
        assertThat(ahead.hashes(new TileAddress(0, 1, 45))).isEmpty();
        assertThat(ahead.hashes(new TileAddress(0, 1, Tile.WIDTH))).isEmpty();
        assertThat(ahead.hashes(new TileAddress(1, 0, 2))).isEmpty();
        assertThat(ahead.bundle(new TileAddress(0, 1, 45))).isEmpty();
        assertThat(ahead.bundle(new TileAddress(0, Long.MAX_VALUE, 1))).isEmpty();
    }

    @Test
    void a_log_without_a_checkpoint_has_no_tile() {
        var empty =
                new ReadTiles(new Signed(Optional.empty()), (_, _, _) -> List.of(), new Kept(0, 0));

        assertThat(empty.hashes(new TileAddress(0, 0, 1))).isEmpty();
        assertThat(empty.bundle(new TileAddress(0, 0, 1))).isEmpty();
    }

    @Test
    void a_tile_with_a_hole_is_not_shown_as_a_shorter_one() {
        var torn = log.reader(200, 300);

        assertThatThrownBy(() -> torn.hashes(new TileAddress(0, 0, 250)))
                .isInstanceOf(BrokenLog.class);
        assertThatThrownBy(() -> torn.bundle(new TileAddress(0, 0, 250)))
                .isInstanceOf(BrokenLog.class);
    }

    @Test
    void below_the_minimum_index_only_the_tiles_above_stay() {
        var pruned = log.reader(512, 70_000, 70_000);

        assertThat(pruned.hashes(new TileAddress(0, 1, Tile.WIDTH))).isEmpty();
        assertThat(pruned.hashes(new TileAddress(0, 1, 7))).isEmpty();
        assertThat(pruned.bundle(new TileAddress(0, 1, Tile.WIDTH))).isEmpty();
        assertThat(pruned.bundle(new TileAddress(0, 0, 1))).isEmpty();
        assertThat(pruned.hashes(new TileAddress(0, 2, Tile.WIDTH))).isPresent();
        assertThat(pruned.bundle(new TileAddress(0, 2, 1))).isPresent();
        assertThat(pruned.hashes(new TileAddress(1, 0, Tile.WIDTH)))
                .contains(beginning(1, 0, Tile.WIDTH));
    }

    private static byte[] beginning(int level, int index, int width) {
        int from = index * Tile.WIDTH;
        return Hash.joined(REFERENCE.get(level).subList(from, from + width));
    }

    /// Each row is made of the one below by hashing neighbours, eight times.
    private static List<List<Hash>> reference() {
        var rows = new ArrayList<List<Hash>>();
        var row = LEAVES.stream().map(MerkleHash::leaf).toList();
        while (!row.isEmpty()) {
            rows.add(row);
            for (int height = 0; height < Tile.HEIGHT; height++) {
                var above = new ArrayList<Hash>();
                for (int i = 0; i + 1 < row.size(); i += 2) {
                    above.add(MerkleHash.node(row.get(i), row.get(i + 1)));
                }
                row = above;
            }
        }
        return rows;
    }

    /// The newest checkpoint of a log.
    private record Signed(Optional<SignedHead> latest) implements Checkpoints {
        @Override
        public Optional<SignedHead> at(long size) {
            return latest.filter(head -> head.size() == size);
        }

        @Override
        public void save(SignedHead head) {
            throw new UnsupportedOperationException();
        }
    }

    /// Leaves as far as they are stored.
    private record Kept(long minimumIndex, int stored) implements Leaves {
        @Override
        public List<byte[]> read(long from, long to) {
            return from < minimumIndex
                    ? List.of()
                    : LEAVES.subList((int) from, (int) Math.min(to, stored));
        }
    }

    /// Tiles as the sequencer makes them.
    private static final class Log {
        private final Map<TileAddress, List<Hash>> full = new HashMap<>();
        private final List<List<Hash>> rows = new ArrayList<>();

        Log() {
            rows.add(LEAVES.stream().map(MerkleHash::leaf).toList());
            for (var tile : Frontier.EMPTY.append(rows.getFirst()).tiles()) {
                full.put(new TileAddress(tile.level(), tile.index(), Tile.WIDTH), tile.hashes());
                while (rows.size() <= tile.level() + 1) {
                    rows.add(new ArrayList<>());
                }
                rows.get(tile.level() + 1).add(tile.root());
            }
        }

        ReadTiles reader(int stored, int signed) {
            return reader(0, stored, signed);
        }

        ReadTiles reader(int minimumIndex, int stored, int signed) {
            return new ReadTiles(
                    new Signed(Optional.of(new Checkpoints.SignedHead(signed, ""))),
                    (level, index, _) -> row(level, index, minimumIndex, stored),
                    new Kept(minimumIndex, stored));
        }

        private List<Hash> row(int level, long index, int minimumIndex, int stored) {
            if (level == 0 && index * Tile.WIDTH < minimumIndex) {
                return List.of();
            }
            var address = new TileAddress(level, index, Tile.WIDTH);
            if (address.standsIn(stored)) {
                return full.get(address);
            }
            int row = stored >>> (Tile.HEIGHT * level);
            return rows.get(level).subList((int) index * Tile.WIDTH, row);
        }
    }
}
