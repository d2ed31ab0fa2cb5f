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
    private static final Map<String, String> OPEN = Map.of("actor", "a-1", "tenant", "ompass");
    private static final Map<String, String> SEALED = Map.of("from", "10.0.0.7");
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void is_shown_as_a_deterministic_cbor_map_of_maps_of_commitments()
            throws NoSuchAlgorithmException {
        assertThat(HEX.formatHex(Leaf.of(OPEN, SEALED, SECRET).shown()))
                .isEqualTo("a3617602" + "646f70656e" + open() + "667365616c6564" + sealed());
        assertThat(HEX.formatHex(Leaf.of(OPEN, Map.of(), SECRET).shown()))
                .isEqualTo("a2617602" + "646f70656e" + open());
    }

    @Test
    void stands_in_the_log_with_the_hash_of_each_inner_map_in_its_place()
            throws NoSuchAlgorithmException {
        assertThat(HEX.formatHex(Leaf.of(OPEN, SEALED, SECRET).logged().bytes()))
                .isEqualTo(
                        "a3617602"
                                + ("646f70656e" + "5820" + hash(open()))
                                + ("667365616c6564" + "5820" + hash(sealed())));
        assertThat(HEX.formatHex(Leaf.of(OPEN, Map.of(), SECRET).logged().bytes()))
                .isEqualTo("a2617602" + "646f70656e" + "5820" + hash(open()));
    }

    @Test
    void one_of_version_1_is_shown_as_it_is_logged() {
        assertThat(Leaf.isShownAsLogged(HEX.parseHex("a2617601" + "6466726f6d5820"))).isTrue();
        assertThat(Leaf.isShownAsLogged(Leaf.of(OPEN, SEALED, SECRET).logged().bytes())).isFalse();
    }

    @Test
    void another_secret_gives_another_leaf() {
        var leaf = Leaf.of(OPEN, SEALED, SECRET).logged().bytes();

        assertThat(Leaf.of(OPEN, SEALED, Secret.of(bytes(8))).logged().bytes()).isNotEqualTo(leaf);
        assertThat(Leaf.of(OPEN, SEALED, SECRET).logged().bytes()).isEqualTo(leaf);
    }

    @Test
    void salts_of_two_fields_differ() {
        assertThat(SECRET.salt("actor")).hasSize(16).isNotEqualTo(SECRET.salt("from"));
        assertThat(SECRET.toString()).doesNotContain("07");
    }

    @Test
    void holds_no_value() {
        var text = new String(Leaf.of(OPEN, SEALED, SECRET).shown(), StandardCharsets.ISO_8859_1);

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
        assertThatThrownBy(() -> Leaf.of(Map.of("two words", "x"), SEALED, SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Leaf.of(OPEN, Map.of("v", "x"), SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Leaf.of(Map.of(), SEALED, SECRET))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String open() throws NoSuchAlgorithmException {
        return "a2"
                + ("656163746f725820" + HEX.formatHex(commitment("actor", "a-1")))
                + ("6674656e616e745820" + HEX.formatHex(commitment("tenant", "ompass")));
    }

    private static String sealed() throws NoSuchAlgorithmException {
        return "a1" + "6466726f6d5820" + HEX.formatHex(commitment("from", "10.0.0.7"));
    }

    private static String hash(String hex) throws NoSuchAlgorithmException {
        return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(HEX.parseHex(hex)));
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
