package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeafTest {
    private static final Secret SECRET = Secret.of(bytes(7));
    private static final Map<String, String> FIELDS =
            Map.of("actor", "a-1", "from", "10.0.0.7", "tenant", "ompass");

    @Test
    void is_a_deterministic_cbor_map_of_commitments() throws NoSuchAlgorithmException {
        var leaf = Leaf.of(FIELDS, SECRET);
        var hex = HexFormat.of();

        assertThat(hex.formatHex(leaf.bytes()))
                .isEqualTo(
                        "a4617601"
                                + "6466726f6d5820"
                                + hex.formatHex(commitment("from", "10.0.0.7"))
                                + "656163746f725820"
                                + hex.formatHex(commitment("actor", "a-1"))
                                + "6674656e616e745820"
                                + hex.formatHex(commitment("tenant", "ompass")));
    }

    @Test
    void another_secret_gives_another_leaf() {
        assertThat(Leaf.of(FIELDS, Secret.of(bytes(8))).bytes())
                .isNotEqualTo(Leaf.of(FIELDS, SECRET).bytes());
        assertThat(Leaf.of(FIELDS, SECRET).bytes()).isEqualTo(Leaf.of(FIELDS, SECRET).bytes());
    }

    @Test
    void salts_of_two_fields_differ() {
        assertThat(SECRET.salt("actor")).hasSize(16).isNotEqualTo(SECRET.salt("from"));
        assertThat(SECRET.toString()).doesNotContain("07");
    }

    @Test
    void holds_no_value() {
        var text = new String(Leaf.of(FIELDS, SECRET).bytes(), StandardCharsets.ISO_8859_1);

        assertThat(text).doesNotContain("10.0.0.7", "ompass", "a-1");
    }

    @Test
    void what_was_sealed_cannot_stand_in_for_who_it_was() {
        var origin =
                new Fact.Origin("sealed", Map.of("from", "10.0.0.7", "actor", "somebody else"));

        assertThat(origin.fields()).isEqualTo(Map.of("from", "10.0.0.7"));
    }

    @Test
    void refuses_what_it_could_not_encode() {
        assertThatThrownBy(() -> Leaf.of(Map.of("two words", "x"), SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Leaf.of(Map.of("v", "x"), SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Leaf.of(Map.of(), SECRET))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] commitment(String name, String value) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update("jikim/field/v1".getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(SECRET.salt(name));
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        return digest.digest();
    }

    private static byte[] bytes(int value) {
        var bytes = new byte[Secret.LENGTH];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
