package io.jikim.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Keys and a cosignature from elsewhere: the text is the example of C2SP tlog-cosignature (commit
/// 5ba5ee8), the key "Wit1" from Tessera 1.0.4, witness_test.go, and the line what
/// transparency-dev/formats (404c0d5b696c) signed with it; "remora" is from note_cosigv1_test.go
/// there.
class WitnessKeyTest {
    private static final String WIT1 = "Wit1+9b3fb2d5+BFhZSmQj9+SoL+p/nN0Hh76xXmF7QcHfytUrI1XfSClk";
    private static final String REMORA =
            "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
    private static final String TEXT =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    private static final String LINE =
            "— Wit1 mz+y1QAAAABrDDbq7lSSbE+H85HErXl+fU30du0vTeGWJhBNKkx+CtsV6cfX51fqGXuqVBwIPF5eaPfgh5k6UVG76Zq9VrXyCN2gBg==\n";

    @Test
    void reads_and_writes_keys_of_witnesses_and_of_nobody_else() {
        for (var key : new String[] {WIT1, REMORA}) {
            assertThat(WitnessKey.parse(key)).get().hasToString(key);
        }
        // the same key, as one that signs notes
        assertThat(WitnessKey.parse("Wit1+55ee4561+AVhZSmQj9+SoL+p/nN0Hh76xXmF7QcHfytUrI1XfSClk"))
                .isEmpty();
        assertThat(WitnessKey.parse(WIT1.replace("9b3f", "9b3e"))).isEmpty();
        assertThat(WitnessKey.parse(WIT1.replace("Wit1", "Wit2"))).isEmpty();
        assertThat(VerifierKey.parse(WIT1)).isEmpty();
    }

    @Test
    void accepts_what_another_program_cosigned() {
        assertThat(hasCosigned(TEXT + "\n" + LINE)).isTrue();
        assertThat(hasCosigned(TEXT + "\n" + LINE + LINE)).isTrue();
    }

    @Test
    void refuses_every_other_text_time_and_signature() {
        assertThat(hasCosigned(TEXT.replace("63\n", "64\n") + "\n" + LINE)).isFalse();
        assertThat(hasCosigned(TEXT + "more\n\n" + LINE)).isFalse();
        assertThat(hasCosigned(TEXT + "\n" + LINE.replace("BrDDbq", "BrDDbr"))).isFalse();
        assertThat(hasCosigned(TEXT + "\n" + LINE.replace("SSbE", "SSbF"))).isFalse();
        assertThat(hasCosigned(TEXT + "\n" + LINE + LINE.replace("SSbE", "SSbF"))).isFalse();
        assertThat(hasCosigned(TEXT + "\n— Wit1 mz+y1QAAAABrDDbq\n")).isFalse();
        assertThat(hasCosigned(TEXT + "\n" + LINE.replace("Wit1", "Wit2"))).isFalse();
    }

    private static boolean hasCosigned(String note) {
        var key = WitnessKey.parse(WIT1).orElseThrow();
        return key.hasCosigned(SignedNote.parse(note).orElseThrow());
    }
}
