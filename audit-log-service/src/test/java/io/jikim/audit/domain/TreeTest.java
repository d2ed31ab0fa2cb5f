package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {
    private static final int MOST = 1100;
    private static final List<Hash> LEAVES =
            IntStream.range(0, MOST)
                    .mapToObj(i -> MerkleHash.leaf(ByteBuffer.allocate(4).putInt(i).array()))
                    .toList();

    @Test
    void roots_of_the_published_eight_leaves() {
        var inputs =
                List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f");
        // transparency-dev/merkle, testonly/constants.go, commit 417fb0c
        var roots =
                List.of(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var frontier = Frontier.EMPTY;
        assertThat(frontier.root())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < 8; i++) {
            var leaf = MerkleHash.leaf(HexFormat.of().parseHex(inputs.get(i)));
            frontier = frontier.append(List.of(leaf)).frontier();
            assertThat(frontier.root()).hasToString(roots.get(i));
        }
    }

    @Test
    void agrees_with_the_definition_at_every_size() {
        var log = new Log();
        assertThat(log.tree().root()).isEqualTo(reference(LEAVES.subList(0, 0)));
        for (int size = 1; size <= MOST; size++) {
            log.append(LEAVES.subList(size - 1, size));
            var expected = reference(LEAVES.subList(0, size));
            assertThat(log.frontier.root()).as("frontier of %d", size).isEqualTo(expected);
            assertThat(log.tree().root()).as("tiles of %d", size).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {1, 2, 3, 5, 7, 8, 100, 255, 256, 257, 511, 512, 513, 1023, 1024, 1025, 1100})
    void proves_every_leaf_and_every_earlier_size(int size) {
        var log = new Log();
        log.append(LEAVES.subList(0, size));
        var tree = log.tree();
        var root = reference(LEAVES.subList(0, size));
        for (int i = 0; i < size; i++) {
            assertThat(ProofCheck.includes(i, size, LEAVES.get(i), tree.inclusion(i), root))
                    .isTrue();
            assertThat(
                            ProofCheck.includes(
                                    i, size, LEAVES.get((i + 1) % MOST), tree.inclusion(i), root))
                    .isFalse();
            var earlier = reference(LEAVES.subList(0, i + 1));
            assertThat(ProofCheck.consistent(i + 1, size, earlier, root, tree.consistency(i + 1)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537, 70_000})
    void grows_over_the_edges_of_tiles(int size) {
        var log = new Log();
        var random = new Random(size);
        var leaves =
                IntStream.range(0, size)
                        .mapToObj(i -> MerkleHash.leaf(ByteBuffer.allocate(8).putLong(i).array()))
                        .toList();
        for (int from = 0; from < size; ) {
            int to = Math.min(size, from + 1 + random.nextInt(1500));
            log.append(leaves.subList(from, to));
            from = to;
        }
        var root = reference(leaves);
        assertThat(log.frontier.root()).isEqualTo(root);
        for (int n = 0; n < 50; n++) {
            int index = random.nextInt(size);
            assertThat(
                            ProofCheck.includes(
                                    index,
                                    size,
                                    leaves.get(index),
                                    log.tree().inclusion(index),
                                    root))
                    .isTrue();
            var earlier = reference(leaves.subList(0, index + 1));
            assertThat(
                            ProofCheck.consistent(
                                    index + 1,
                                    size,
                                    earlier,
                                    root,
                                    log.tree().consistency(index + 1)))
                    .isTrue();
        }
    }

    @Test
    void has_no_proof_beyond_its_size() {
        var log = new Log();
        log.append(LEAVES.subList(0, 3));

        assertThatThrownBy(() -> log.tree().inclusion(3)).isInstanceOf(UnknownSize.class);
        assertThatThrownBy(() -> log.tree().inclusion(-1)).isInstanceOf(UnknownSize.class);
        assertThatThrownBy(() -> log.tree().consistency(4)).isInstanceOf(UnknownSize.class);
        assertThatThrownBy(() -> log.tree().consistency(0)).isInstanceOf(UnknownSize.class);
    }

    /// MTH word for word as RFC 9162 §2.1.1 has it, over leaf hashes.
    private static Hash reference(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return MerkleHash.empty();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        return MerkleHash.node(
                reference(leaves.subList(0, k)), reference(leaves.subList(k, leaves.size())));
    }

    /// A log in memory: full tiles as they were written, the rest from its leaves.
    private static final class Log {
        private final List<Hash> leaves = new ArrayList<>();
        private final List<Tile> tiles = new ArrayList<>();
        private Frontier frontier = Frontier.EMPTY;

        void append(List<Hash> more) {
            leaves.addAll(more);
            var growth = frontier.append(more);
            frontier = growth.frontier();
            tiles.addAll(growth.tiles());
        }

        Tree tree() {
            return new Tree(leaves.size(), new TiledSubtrees(leaves.size(), this::row));
        }

        private List<Hash> row(int level, long index, int width) {
            var row = row(level, index);
            return row.subList(0, Math.min(row.size(), width));
        }

        private List<Hash> row(int level, long index) {
            return tiles.stream()
                    .filter(t -> t.level() == level && t.index() == index)
                    .findFirst()
                    .map(Tile::hashes)
                    .orElseGet(() -> open(level, index));
        }

        private List<Hash> open(int level, long index) {
            int from = (int) index * Tile.WIDTH;
            if (level == 0) {
                return leaves.subList(from, Math.min(leaves.size(), from + Tile.WIDTH));
            }
            return tiles.stream()
                    .filter(t -> t.level() == level - 1 && t.index() >= from)
                    .map(Tile::root)
                    .toList();
        }
    }
}
