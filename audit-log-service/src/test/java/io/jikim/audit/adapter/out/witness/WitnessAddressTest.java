package io.jikim.audit.adapter.out.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The text is the example of C2SP tlog-cosignature (commit 5ba5ee8), the key from Tessera 1.0.4,
/// witness_test.go, and the line what transparency-dev/formats (404c0d5b696c) signed with it.
class WitnessAddressTest {
    private static final String KEY = "Wit1+9b3fb2d5+BFhZSmQj9+SoL+p/nN0Hh76xXmF7QcHfytUrI1XfSClk";
    private static final String TEXT =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    private static final String LINE =
            "— Wit1 mz+y1QAAAABrDDbq7lSSbE+H85HErXl+fU30du0vTeGWJhBNKkx+CtsV6cfX51fqGXuqVBwIPF5eaPfgh5k6UVG76Zq9VrXyCN2gBg==\n";

    @Test
    void finds_its_own_cosignature_among_others() {
        var witness = WitnessAddress.parse(KEY + "  https://witness.example/w1/ ");

        assertThat(witness.prefix()).hasToString("https://witness.example/w1");
        assertThat(witness.cosignature("— other AAAAAAAA\n" + LINE, TEXT)).contains(LINE);
    }

    @Test
    void takes_no_other_line_for_it() {
        var witness = WitnessAddress.parse(KEY + " http://localhost:8087");

        assertThat(witness.cosignature(LINE, TEXT.replace("63\n", "64\n"))).isEmpty();
        assertThat(witness.cosignature(LINE.replace("SSbE", "SSbF"), TEXT)).isEmpty();
        assertThat(witness.cosignature(LINE.replace("Wit1", "Wit2"), TEXT)).isEmpty();
        assertThat(witness.cosignature("— Wit1 mz+y1QAA\n— Wit1 not base64\n", TEXT)).isEmpty();
        assertThat(witness.cosignature("", TEXT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                KEY,
                "https://witness.example",
                KEY + " witness.example",
                "Wit1+9b3fb2d6+BFhZSmQj9+SoL+p/nN0Hh76xXmF7QcHfytUrI1XfSClk https://w.example",
                "Wit1+55ee4561+AVhZSmQj9+SoL+p/nN0Hh76xXmF7QcHfytUrI1XfSClk https://w.example",
                "Wit1+9b3fb2d5+BFhZSmQj https://w.example",
                "Wit1 https://w.example"
            })
    void anything_else_than_a_witness_key_and_an_address_is_refused(String text) {
        assertThatThrownBy(() -> WitnessAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
