package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyProofTest {
    private static final int SIZE = 13;

    @TempDir Path directory;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void keep_the_key() throws IOException {
        Files.writeString(directory.resolve("log.vkey"), SampleLog.verifierKey() + "\n");
    }

    @Test
    void every_entry_of_every_small_log_is_proven() throws IOException {
        for (int size = 1; size <= 33; size++) {
            for (int index = 0; index < size; index++) {
                assertThat(verify(proof(index, size))).as("%d of %d", index, size).isZero();
            }
        }
        assertThat(output())
                .contains("entry 32 of 33 leads to the root", "signed by jikim.test/log");
    }

    @Test
    void no_byte_can_be_changed_unseen() throws IOException {
        var good = proof(5, SIZE).getBytes(StandardCharsets.UTF_8);
        int signatures = new String(good, StandardCharsets.UTF_8).lastIndexOf("\n\n");
        for (int at = 0; at < signatures; at++) {
            var spoilt = good.clone();
            spoilt[at] ^= 1;
            assertThat(verify(spoilt)).as("byte %d", at).isNotZero();
        }
    }

    @Test
    void the_entry_may_come_apart_from_the_proof() throws IOException {
        var bare = proof(5, SIZE).replaceFirst("extra [^\n]*\n", "");
        assertThat(verify(bare)).isEqualTo(2);
        assertThat(output()).contains("--entry FILE");

        var entry = Files.write(directory.resolve("entry"), entry(5));
        assertThat(verify(bare, "--entry", entry.toString())).isZero();
        Files.write(entry, entry(6));
        assertThat(verify(bare, "--entry", entry.toString())).isEqualTo(1);
        assertThat(output()).contains("FAILS  inclusion proof");
    }

    @Test
    void a_witness_that_is_wanted_must_have_cosigned() throws IOException {
        var witness = Files.writeString(directory.resolve("witness"), witnessKey() + "\n");
        assertThat(verify(proof(5, SIZE), "--witness", witness.toString())).isEqualTo(1);
        assertThat(output()).contains("the witness w.test has not cosigned it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "c2sp.org/tlog-proof@v1   | c2sp.org/tlog-proof@v2   | 2 | the first line",
                "index 5                  | index 05                 | 2 | index N",
                "index 5                  | index -5                 | 2 | index N",
                "index 5                  | index 6                  | 1 | inclusion proof",
                "index 5                  | index 18446744073709551621 | 1 | inclusion proof",
                "extra                    | Extra                    | 2 | index N",
                "jikim.test/log           | jikim.test/lob           | 1 | is not of the log",
            })
    void what_is_wrong_is_named(String good, String bad, int exit, String named)
            throws IOException {
        assertThat(verify(proof(5, SIZE).replaceFirst(good, bad))).isEqualTo(exit);
        assertThat(output()).contains(named);
    }

    @Test
    void hashes_are_whole_and_as_many_as_the_place_needs() throws IOException {
        var lines = new ArrayList<>(List.of(proof(5, SIZE).split("\n", -1)));
        var hash = lines.get(3);
        lines.add(3, hash);
        assertThat(verify(String.join("\n", lines))).isEqualTo(1);
        lines.set(3, hash.substring(4));
        assertThat(verify(String.join("\n", lines))).isEqualTo(2);
        lines.set(3, "");
        assertThat(verify(String.join("\n", lines))).isEqualTo(2);
        for (int i = 0; i < 70; i++) {
            lines.add(4, hash);
        }
        lines.remove(3);
        assertThat(verify(String.join("\n", lines))).isEqualTo(2);
        assertThat(output()).contains("more than 64 hashes");
    }

    private static String proof(int index, int size) {
        var leaves = SampleLog.leaves(size, VerifyProofTest::entry);
        var text = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ");
        text.append(base64(entry(index))).append("\nindex ").append(index).append('\n');
        path(leaves, index, 0, size).forEach(hash -> text.append(base64(hash)).append('\n'));
        var checkpoint = SampleLog.checkpoint(size, SampleLog.root(leaves, 0, size));
        return text.append('\n').append(new String(checkpoint, StandardCharsets.UTF_8)).toString();
    }

    /// Word for word as RFC 9162 §2.1.3.1 defines it.
    private static List<byte[]> path(byte[][] leaves, int m, int from, int to) {
        int n = to - from;
        if (n == 1) {
            return List.of();
        }
        int k = Integer.highestOneBit(n - 1);
        var path = new ArrayList<byte[]>();
        if (m < k) {
            path.addAll(path(leaves, m, from, from + k));
            path.add(SampleLog.root(leaves, from + k, to));
        } else {
            path.addAll(path(leaves, m - k, from + k, to));
            path.add(SampleLog.root(leaves, from, from + k));
        }
        return path;
    }

    private static byte[] entry(long index) {
        return ("entry " + index).getBytes(StandardCharsets.UTF_8);
    }

    private static String witnessKey() {
        return new WitnessKey(
                        VerifierKey.parse(SampleLog.verifierKey())
                                .map(key -> new VerifierKey("w.test", key.key()))
                                .orElseThrow())
                .toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private int verify(String proof, String... options) throws IOException {
        return verify(proof.getBytes(StandardCharsets.UTF_8), options);
    }

    private int verify(byte[] proof, String... options) throws IOException {
        said.reset();
        var file = Files.write(directory.resolve("one.tlog-proof"), proof);
        var words = new ArrayList<>(List.of(file.toString()));
        words.addAll(List.of("--key", directory.resolve("log.vkey").toString()));
        words.addAll(List.of(options));
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return VerifyProof.run(words, out, out);
    }

    private String output() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
