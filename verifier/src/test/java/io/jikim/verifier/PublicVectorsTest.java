package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What others published, right and wrong.
class PublicVectorsTest {

    @Test
    void inclusion_holds_exactly_where_the_98_published_probes_say() throws IOException {
        assertVerdicts(
                "inclusion-vectors.txt",
                p ->
                        new InclusionProof(proof(p[6]))
                                .leadsTo(hash(p[5]), size(p[2]), size(p[3]), hash(p[4])));
    }

    @Test
    void consistency_holds_exactly_where_the_98_published_probes_say() throws IOException {
        assertVerdicts(
                "consistency-vectors.txt",
                p ->
                        new ConsistencyProof(proof(p[6]))
                                .leads(size(p[2]), hash(p[4]), size(p[3]), hash(p[5])));
    }

    /// A log that other software wrote, at each of its sizes.
    @Test
    void a_foreign_log_holds_at_each_size_and_grows_from_each_smaller_one()
            throws IOException, Malformed, DoesNotHold {
        var lines = lines("foreign-log.txt").map(l -> l.split(" \\| ", 2)).toList();
        var key = VerifierKey.parse(all("key", lines).getFirst()).orElseThrow();
        var entries = all("entry", lines);
        var checkpoints =
                all("checkpoint", lines).stream().map(c -> c.replace("\\n", "\n")).toList();
        assertThat(checkpoints).hasSize(16);
        for (int size = 0; size <= 15; size++) {
            var log =
                    SampleLog.of(size, i -> entries.get((int) i).getBytes(StandardCharsets.UTF_8));
            log.files.put("checkpoint", checkpoints.get(size).getBytes(StandardCharsets.UTF_8));
            for (var earlier : checkpoints.subList(0, size + 1)) {
                var accepted = SignedHead.read(earlier.getBytes(StandardCharsets.UTF_8), key);
                var verdict = LogVerdict.of(log, key, 0, Optional.of(accepted));
                assertThat(verdict.entries()).isEqualTo(size);
            }
        }
    }

    /// C2SP signed-note, its example.
    @Test
    void reads_the_published_note() {
        var note =
                SignedNote.parse(
                        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");

        var key = PublicKeyFile.ofRaw(raw("AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"));
        assertThat(note)
                .hasValueSatisfying(n -> assertThat(n.isSignedBy("example.com/foo", key)).isTrue());
        assertThat(note)
                .hasValueSatisfying(
                        n -> assertThat(n.isSignedBy("example.com/bar", key)).isFalse());
    }

    private void assertVerdicts(String file, Predicate<String[]> check) throws IOException {
        var probes = lines(file).map(l -> l.split(" \\| ")).toList();
        assertThat(probes).hasSize(98);
        assertThat(probes)
                .allSatisfy(p -> assertThat(check.test(p)).as(p[0]).isEqualTo(p[1].equals("yes")));
    }

    private Stream<String> lines(String file) throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"));
        }
    }

    private static List<String> all(String kind, List<String[]> lines) {
        return lines.stream().filter(l -> l[0].equals(kind)).map(l -> l[1]).toList();
    }

    /// Sizes in the probes go up to 2^64 - 1.
    private static BigInteger size(String number) {
        return new BigInteger(number);
    }

    private static List<byte[]> proof(String list) {
        return list.equals("-")
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(PublicVectorsTest::hash).toList();
    }

    private static byte[] hash(String base64) {
        return base64.equals("!") ? new byte[0] : Base64.getDecoder().decode(base64);
    }

    private static byte[] raw(String typed) {
        var bytes = Base64.getDecoder().decode(typed);
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
