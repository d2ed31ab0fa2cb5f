package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys and notes from golang.org/x/mod, sumdb/note/note_test.go, commit 02c99138; what it says of
/// each is what ours says, except where a comment says otherwise.
class NoteVectorsTest {
    private static final String PETER =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String ENOCH =
            "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\n"
                    + "then you don't know what your problem is.\n";
    private static final String BY_PETER =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String BY_ENOCH =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    @Test
    void reads_both_keys() {
        assertThat(VerifierKey.parse(PETER).map(VerifierKey::name)).contains("PeterNeumann");
        assertThat(VerifierKey.parse(ENOCH).map(VerifierKey::name)).contains("EnochRoot");
    }

    @Test
    void no_part_of_a_key_and_no_key_with_another_character_is_one() {
        for (int from = 0; from <= PETER.length(); from++) {
            for (int to = from; to <= PETER.length(); to++) {
                if (to - from < PETER.length()) {
                    assertThat(VerifierKey.parse(PETER.substring(from, to))).isEmpty();
                }
            }
        }
        for (int at = 0; at < PETER.length(); at++) {
            var changed = new StringBuilder(PETER);
            changed.setCharAt(at, (char) (PETER.charAt(at) + 1));
            assertThat(VerifierKey.parse(changed.toString())).as("%d", at).isEmpty();
        }
    }

    /// A key that is too long, one of an unknown kind (each with the id that fits), an id in
    /// capital letters, and a line more.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                PETER + "\n",
                "PeterNeumann"
            })
    void what_else_is_no_key(String text) {
        assertThat(VerifierKey.parse(text)).isEmpty();
    }

    @Test
    void a_note_counts_by_the_signatures_of_known_keys_only() {
        assertThat(isSigned(TEXT + "\n" + BY_PETER + BY_ENOCH, PETER)).isTrue();
        assertThat(isSigned(TEXT + "\n" + BY_PETER + BY_ENOCH, ENOCH)).isTrue();
        assertThat(isSigned(TEXT + "\n" + BY_ENOCH, PETER)).isFalse();
        assertThat(
                        isSigned(
                                TEXT + "\n" + BY_PETER.replace("PeterNeumann", "CarmenSandiego"),
                                PETER))
                .isFalse();
        assertThat(isSigned(TEXT + "\n" + BY_PETER.replace("x08g", "xxxx"), PETER)).isFalse();
    }

    /// Both stand twice, and one of Enoch's is broken: for Peter that says nothing. Where one of
    /// the key's own is broken, sumdb looks at the first only; we refuse the note, as signed-note
    /// recommends.
    @Test
    void signatures_may_stand_twice_but_none_of_ones_own_may_be_broken() {
        var broken = BY_ENOCH.substring(0, 60) + "ABCD" + BY_ENOCH.substring(60);
        var note = TEXT + "\n" + BY_PETER + BY_PETER + BY_ENOCH + BY_ENOCH + broken;
        assertThat(isSigned(note, PETER)).isTrue();
        assertThat(isSigned(note, ENOCH)).isFalse();
        var brokenPeter = BY_PETER.substring(0, 60) + "ABCD" + BY_PETER.substring(60);
        assertThat(isSigned(TEXT + "\n" + brokenPeter, PETER)).isFalse();
    }

    @Test
    void a_hundred_signatures_are_read_and_no_more() {
        assertThat(isSigned(TEXT + "\n" + BY_PETER.repeat(100), PETER)).isTrue();
        assertThat(SignedNote.parse(TEXT + "\n" + BY_PETER.repeat(101))).isEmpty();
    }

    @Test
    void malformed_notes_are_no_notes() {
        var bad =
                new String[] {
                    TEXT,
                    TEXT + "\n",
                    TEXT + "\n" + BY_PETER.stripTrailing(),
                    "\u0001" + TEXT + "\n" + BY_PETER,
                    "\ud800" + TEXT + "\n" + BY_PETER,
                    TEXT + "\n" + BY_PETER.replace("PeterNeumann", "Bad Name"),
                    TEXT + "\n" + BY_PETER.replace("PeterNeumann", "Bad\u00a0Name"),
                    TEXT + "\n" + BY_PETER.replace("PeterNeumann", "Bad+Name"),
                    TEXT + "\n" + BY_PETER + "Unexpected line.\n",
                    TEXT + "\n" + BY_PETER + "— PeterNeumann x08g\n",
                    TEXT + "\n" + BY_PETER.replace("=\n", "\n"),
                    TEXT + "\n" + BY_PETER.replace("— ", "- "),
                    TEXT + BY_PETER
                };
        assertThat(IntStream.range(0, bad.length).filter(i -> SignedNote.parse(bad[i]).isPresent()))
                .isEmpty();
        assertThat(Strict.text(new byte[] {(byte) 0xff})).isEmpty();
    }

    private static boolean isSigned(String note, String key) {
        var by = VerifierKey.parse(key).orElseThrow();
        return SignedNote.parse(note).orElseThrow().isSignedBy(by.name(), by.key());
    }
}
