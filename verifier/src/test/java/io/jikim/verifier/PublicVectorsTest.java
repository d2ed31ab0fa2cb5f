package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What others published, right and wrong.
class PublicVectorsTest {

    @Test
    void inclusion_holds_exactly_where_the_98_published_probes_say() throws IOException {
        try (var in =
                        Objects.requireNonNull(
                                getClass().getResourceAsStream("/inclusion-vectors.txt"));
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var probes =
                    reader.lines()
                            .filter(l -> !l.startsWith("#"))
                            .map(l -> l.split(" \\| "))
                            .toList();

            assertThat(probes).hasSize(98);
            assertThat(probes)
                    .allSatisfy(
                            p -> assertThat(includes(p)).as(p[0]).isEqualTo(p[1].equals("yes")));
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

    /// golang.org/x/mod, sumdb/note/note_test.go: a note with a second signature of a key that is
    /// not ours.
    @Test
    void ignores_signatures_of_unknown_keys() {
        var text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        var note =
                SignedNote.parse(
                        text
                                + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
                                + "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n");

        var peter = PublicKeyFile.ofRaw(raw("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
        assertThat(note)
                .hasValueSatisfying(n -> assertThat(n.isSignedBy("PeterNeumann", peter)).isTrue());
        assertThat(SignedNote.parse(text)).isEmpty();
        assertThat(SignedNote.parse(text + "\n")).isEmpty();
        assertThat(SignedNote.parse(text + "\nPeterNeumann x08go\n")).isEmpty();
    }

    private static boolean includes(String[] probe) {
        var proof =
                probe[6].equals("-")
                        ? List.<byte[]>of()
                        : Arrays.stream(probe[6].split(",", -1))
                                .map(PublicVectorsTest::hash)
                                .toList();
        return new InclusionProof(proof)
                .leadsTo(
                        hash(probe[5]),
                        new BigInteger(probe[2]),
                        new BigInteger(probe[3]),
                        hash(probe[4]));
    }

    private static byte[] hash(String base64) {
        return base64.equals("!") ? new byte[0] : Base64.getDecoder().decode(base64);
    }

    private static byte[] raw(String typed) {
        var bytes = Base64.getDecoder().decode(typed);
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
