package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogVerdictTest {
    private static final VerifierKey KEY = VerifierKey.parse(SampleLog.verifierKey()).orElseThrow();
    private static final SampleLog LONG = SampleLog.of(132_000);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 255, 256, 257, 511, 65_535, 65_536, 65_537})
    void a_log_holds_exactly_under_the_root_that_the_rfc_defines(int size)
            throws Malformed, DoesNotHold {
        var log = SampleLog.of(size);

        var verdict = LogVerdict.of(log, KEY, 0, Optional.empty());

        assertThat(verdict.head().size()).isEqualTo(size);
        assertThat(verdict.entries()).isEqualTo(size);
        log.files.put("checkpoint", SampleLog.checkpoint(size, Sha256.of(new byte[] {9})));
        assertThat(complaint(log)).startsWith("root:");
    }

    /// The bytes that say how long an entry is, too.
    @Test
    void each_changed_byte_of_an_entry_is_named_by_the_index_of_the_entry() throws Malformed {
        var log = SampleLog.of(300);
        for (var path : new String[] {"tile/entries/000", "tile/entries/001.p/44"}) {
            int first = path.endsWith("000") ? 0 : 256;
            var good = log.files.get(path);
            var entryAt = entriesAt(good);
            for (int at = 0; at < good.length; at++) {
                log.files.put(path, flipped(good, at));
                assertThat(walked(log))
                        .as("%s byte %d", path, at)
                        .startsWith("entry " + (first + entryAt[at]) + ": ");
            }
            log.files.put(path, good);
        }
    }

    @Test
    void each_changed_byte_of_a_tile_is_found_and_named() throws Malformed {
        var log = SampleLog.of(300);
        for (var path : new String[] {"tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"}) {
            var good = log.files.get(path);
            int first = path.contains("001") ? 256 : 0;
            for (int at = 0; at < good.length; at++) {
                log.files.put(path, flipped(good, at));
                assertThat(walked(log))
                        .as("%s byte %d", path, at)
                        .startsWith(
                                path.startsWith("tile/1")
                                        ? "tile level 1 index 0: its hash 0 is not that of tile level 0 index 0"
                                        : "entry "
                                                + (first + at / 32)
                                                + ": its hash is not the one in tile level 0 index "
                                                + first / 256);
            }
            log.files.put(path, good);
        }
    }

    @Test
    void no_changed_byte_of_the_checkpoint_passes() throws Malformed {
        var log = SampleLog.of(300);
        var good = log.files.get("checkpoint");
        for (int at = 0; at < good.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                var changed = good.clone();
                changed[at] ^= (byte) (1 << bit);
                log.files.put("checkpoint", changed);
                assertThatThrownBy(() -> LogVerdict.of(log, KEY, 0, Optional.empty()))
                        .as("byte %d bit %d", at, bit)
                        .isInstanceOfAny(DoesNotHold.class, Malformed.class);
            }
        }
    }

    @Test
    void a_subtree_that_agrees_with_itself_only_is_named_by_the_tile_above() throws Malformed {
        var log = SampleLog.of(1_000);
        var other =
                SampleLog.of(
                        1_000,
                        i ->
                                ("entry " + (i == 700 ? "x" : "") + i)
                                        .getBytes(StandardCharsets.UTF_8));
        for (var path : new String[] {"tile/entries/002", "tile/0/002"}) {
            log.files.put(path, other.files.get(path));
        }
        assertThat(complaint(log))
                .isEqualTo("tile level 1 index 0: its hash 2 is not that of tile level 0 index 2");

        log.files.put("tile/1/000.p/3", other.files.get("tile/1/000.p/3"));
        assertThat(complaint(log)).startsWith("root: ");
    }

    /// As a database keeps them, also for what lies in the open tile.
    @Test
    void heads_of_earlier_sizes_tell_between_which_of_them_something_was_changed()
            throws Malformed, DoesNotHold {
        var heads = new ArrayList<SignedHead>();
        for (int size : new int[] {1, 200, 256, 257, 290, 300}) {
            heads.add(head(SampleLog.of(size)));
        }
        assertThat(changed(heads, 0)).startsWith("entry 0: not what was signed");
        assertThat(changed(heads, 1)).startsWith("entries 1 to 199: ");
        assertThat(changed(heads, 255)).startsWith("entries 200 to 255: ");
        assertThat(changed(heads, 256)).startsWith("entry 256: ");
        assertThat(changed(heads, 289)).startsWith("entries 257 to 289: ");
        assertThat(changed(heads, 299)).contains("with the checkpoint of size 300");
    }

    private static String changed(List<SignedHead> heads, int entry) throws Malformed {
        var log =
                SampleLog.of(
                        300,
                        i -> ("entry " + (i == entry ? "x" : i)).getBytes(StandardCharsets.UTF_8));
        try {
            new LogWalk(new LogTiles(log, 300), 0, new EarlierHeads(heads)).root(0);
            return "holds";
        } catch (DoesNotHold e) {
            return e.getMessage();
        }
    }

    @Test
    void missing_files_are_named() throws Malformed {
        assertThat(without("tile/entries/001")).isEqualTo("entry 256: its bundle is missing");
        assertThat(without("tile/0/002.p/88")).isEqualTo("tile level 0 index 2: is missing");
        assertThat(without("tile/1/000.p/2")).isEqualTo("tile level 1 index 0: is missing");
        assertThatThrownBy(() -> without("checkpoint")).isInstanceOf(Malformed.class);
    }

    @Test
    void a_bundle_that_is_cut_at_any_byte_or_goes_on_is_named() throws Malformed {
        var log = SampleLog.of(300);
        var path = "tile/entries/001.p/44";
        var good = log.files.get(path);
        var entryAt = entriesAt(good);
        for (int length = 0; length < good.length; length++) {
            log.files.put(path, Arrays.copyOf(good, length));
            assertThat(walked(log))
                    .startsWith("entry " + (256 + entryAt[length]) + ": its bundle ends");
        }
        for (int more : new int[] {1, 2, 3, 70_000}) {
            log.files.put(path, Arrays.copyOf(good, good.length + more));
            assertThat(walked(log)).startsWith("entry 299: its bundle goes on after it");
        }
    }

    @Test
    void a_tile_of_another_length_is_named() throws Malformed {
        var log = SampleLog.of(300);
        log.files.compute("tile/0/000", (p, tile) -> Arrays.copyOf(tile, tile.length - 1));
        assertThat(complaint(log))
                .isEqualTo("tile level 0 index 0: has 8191 bytes instead of 8192");
        log.files.compute("tile/0/000", (p, tile) -> Arrays.copyOf(tile, 8193));
        assertThat(complaint(log))
                .isEqualTo("tile level 0 index 0: has 8193 bytes instead of 8192");
    }

    @Test
    void a_log_that_grew_while_it_was_read_may_have_full_tiles_only()
            throws Malformed, DoesNotHold {
        var log = SampleLog.of(300);
        var grown = SampleLog.of(66_000);
        grown.files.put("checkpoint", log.files.get("checkpoint"));

        assertThat(LogVerdict.of(grown, KEY, 0, Optional.empty()).entries()).isEqualTo(300);
        grown.files.compute("tile/entries/001", (p, bundle) -> flipped(bundle, 5));
        assertThat(complaint(grown)).startsWith("entry 256: ");
    }

    @Test
    void another_log_or_another_key_does_not_hold() throws Malformed {
        var log = SampleLog.of(5);
        var text =
                new String(log.files.get("checkpoint"), StandardCharsets.UTF_8).split("\n\n")[0]
                        + "\n";
        log.files.put(
                "checkpoint",
                SampleLog.sign(text.replace("jikim", "other")).getBytes(StandardCharsets.UTF_8));
        assertThat(complaint(log)).isEqualTo("checkpoint: is not of the log jikim.test/log");
    }

    @Test
    void refuses_a_rollback_and_a_fork() throws Malformed, DoesNotHold {
        var accepted = Optional.of(head(SampleLog.of(300)));
        var other = SampleLog.of(300, i -> ("other " + i).getBytes(StandardCharsets.UTF_8));
        var otherOlder =
                SampleLog.of(
                        5_000,
                        i -> ("entry " + (i == 17 ? "x" : i)).getBytes(StandardCharsets.UTF_8));

        assertThat(complaint(SampleLog.of(299), 0, accepted))
                .isEqualTo("rollback: the log has 299 entries, and had signed 300");
        assertThat(complaint(other, 0, accepted))
                .startsWith("fork: the log has signed two different roots of 300");
        assertThat(complaint(otherOlder, 0, accepted))
                .startsWith("fork: the 300 entries that were accepted before");
        assertThat(LogVerdict.of(SampleLog.of(300), KEY, 0, accepted).accepted()).hasValue(300L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 600, 65_536, 65_700})
    void every_earlier_size_is_the_beginning_of_a_later_one(int earlier)
            throws Malformed, DoesNotHold {
        var accepted = Optional.of(head(SampleLog.of(earlier)));
        var later = LONG;

        for (long from : new long[] {0, 256, 131_900}) {
            assertThat(LogVerdict.of(later, KEY, from, accepted).accepted())
                    .hasValue((long) earlier);
            if (earlier > 0) {
                var forked =
                        Optional.of(
                                new SignedHead(
                                        "",
                                        new TreeHead(
                                                "",
                                                java.math.BigInteger.valueOf(earlier),
                                                "00".repeat(32))));
                assertThat(complaint(later, from, forked)).startsWith("fork: ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 300, 65_536, 70_000, 131_072, 131_500})
    void a_pruned_log_holds_from_its_minimum_index_on(int minimum) throws Malformed, DoesNotHold {
        var log = LONG.copy();
        log.prune(minimum);

        var verdict = LogVerdict.of(log, KEY, minimum, Optional.of(head(SampleLog.of(131_600))));

        assertThat(verdict.entries()).isEqualTo(132_000 - minimum / 256 * 256);
        if (minimum >= 256) {
            assertThat(complaint(log)).contains("missing");
        }
        log.files.compute("tile/entries/515.p/160", (p, b) -> flipped(b, 4));
        assertThat(complaint(log, minimum, Optional.empty())).startsWith("entry 131840: ");
    }

    @Test
    void what_pruning_took_is_bound_by_the_root_all_the_same() throws Malformed {
        var log = SampleLog.of(70_000);
        log.prune(66_000);
        log.files.compute("tile/1/001.p/17", (p, tile) -> flipped(tile, 3));
        assertThat(complaint(log, 66_000, Optional.empty()))
                .isEqualTo("root: the tiles lead to another one than the checkpoint's");
    }

    @Test
    void where_pruning_took_what_would_show_growth_it_cannot_be_said() {
        var log = SampleLog.of(70_000);
        log.prune(66_000);
        assertThatThrownBy(
                        () -> LogVerdict.of(log, KEY, 66_000, Optional.of(head(SampleLog.of(300)))))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("tiles are missing that could show the 300 entries");
        assertThatThrownBy(() -> LogVerdict.of(log, KEY, 70_001, Optional.empty()))
                .isInstanceOf(Malformed.class);
    }

    private static SignedHead head(SampleLog log) throws Malformed, DoesNotHold {
        return SignedHead.read(log, KEY);
    }

    private static String without(String path) throws Malformed {
        var log = SampleLog.of(600);
        assertThat(log.files.remove(path)).as(path).isNotNull();
        return complaint(log);
    }

    private static String complaint(SampleLog log) throws Malformed {
        return complaint(log, 0, Optional.empty());
    }

    private static String complaint(SampleLog log, long from, Optional<SignedHead> accepted)
            throws Malformed {
        try {
            LogVerdict.of(log, KEY, from, accepted);
            return "holds";
        } catch (DoesNotHold e) {
            return e.getMessage();
        }
    }

    /// The same without the checkpoint, whose signature is most of the work in a short log.
    private static String walked(SampleLog log) throws Malformed {
        try {
            new LogWalk(new LogTiles(log, 300), 0, new EarlierHeads(List.of())).root(0);
            return "holds";
        } catch (DoesNotHold e) {
            return e.getMessage();
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        var flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << new Random(at).nextInt(8));
        return flipped;
    }

    /// Which entry each byte of a bundle belongs to, its length included.
    private static int[] entriesAt(byte[] bundle) {
        var entries = new int[bundle.length];
        int entry = 0;
        for (int at = 0; at < bundle.length; entry++) {
            int end = at + 2 + (bundle[at] << 8 | bundle[at + 1]);
            Arrays.fill(entries, at, end, entry);
            at = end;
        }
        return entries;
    }
}
