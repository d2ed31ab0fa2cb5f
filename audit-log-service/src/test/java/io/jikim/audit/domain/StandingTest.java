package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.audit.domain.Standing.Continues;
import io.jikim.audit.domain.Standing.FallenBehind;
import io.jikim.audit.domain.Standing.Forked;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final String ORIGIN = "jikim.test/log";

    @Test
    void a_log_continues_every_head_that_it_had() {
        for (int size : new int[] {0, 1, 255, 256, 257, 600}) {
            assertThat(Standing.of(head(size, 600), tree(600))).isEqualTo(new Continues(size));
        }
    }

    @Test
    void a_shorter_log_has_fallen_behind() {
        assertThat(Standing.of(head(600, 600), tree(599))).isEqualTo(new FallenBehind(599, 600));
        assertThat(Standing.of(head(1, 1), tree(0))).isEqualTo(new FallenBehind(0, 1));
    }

    @Test
    void another_past_is_a_fork_at_the_size_that_was_witnessed() {
        assertThat(Standing.of(head(600, 17), tree(600))).isEqualTo(new Forked(600));
        assertThat(Standing.of(head(300, 17), tree(600))).isEqualTo(new Forked(300));
        assertThat(Standing.of(head(17, 17), tree(600))).isEqualTo(new Continues(17));
    }

    @Test
    void a_head_is_read_back_as_it_was_written_and_in_no_other_form() {
        var text = head(300, 300).text();

        assertThat(Checkpoint.parse(text)).contains(head(300, 300));
        for (var other :
                List.of(
                        text + "more\n",
                        text.replace("\n300\n", "\n0300\n"),
                        text.replace("\n300\n", "\n\n"),
                        text.replace("=\n", "\n"),
                        text.stripTrailing(),
                        "")) {
            assertThat(Checkpoint.parse(other)).as(other).isEmpty();
        }
    }

    /// The head of that size of a log whose entries from `honest` on are others.
    private static Checkpoint head(int size, int honest) {
        var leaves = new ArrayList<>(leaves(size));
        for (int i = honest; i < size; i++) {
            leaves.set(i, MerkleHash.leaf(new byte[] {9, (byte) i}));
        }
        return new Checkpoint(ORIGIN, size, Frontier.EMPTY.append(leaves).frontier().root());
    }

    private static Tree tree(int size) {
        var rows = new ArrayList<List<Hash>>();
        rows.add(leaves(size));
        var full = Frontier.EMPTY.append(leaves(size)).tiles();
        rows.add(full.stream().filter(tile -> tile.level() == 0).map(Tile::root).toList());
        return new Tree(
                size,
                new TiledSubtrees(
                        size,
                        (level, index, width) -> {
                            var row = rows.get(level);
                            int from = (int) index * Tile.WIDTH;
                            return row.subList(from, Math.min(row.size(), from + width));
                        }));
    }

    private static List<Hash> leaves(int size) {
        var leaves = new ArrayList<Hash>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleHash.leaf(new byte[] {1, (byte) (i >> 8), (byte) i}));
        }
        return leaves;
    }
}
