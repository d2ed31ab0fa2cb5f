package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class NoteTest {

    /// golang.org/x/mod, sumdb/note/note_test.go: key and note of PeterNeumann.
    @Test
    void signs_the_published_note_byte_for_byte() throws GeneralSecurityException {
        var seed = tail("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        var publicKey = tail("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";

        var key = new NoteKey("PeterNeumann", publicKey);

        assertThat(key.verifierKey())
                .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(key.note(text, sign(seed, text)))
                .isEqualTo(
                        text
                                + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
    }

    /// C2SP signed-note, its example's key.
    @Test
    void names_a_key_as_the_specification_does() {
        var key =
                new NoteKey(
                        "example.com/foo", tail("AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"));

        assertThat(key.verifierKey())
                .isEqualTo("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    }

    @Test
    void a_checkpoint_is_three_lines() {
        var root =
                Hash.of(Base64.getDecoder().decode("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));

        assertThat(new Checkpoint("example.com/behind-the-sofa", 20852163, root).text())
                .isEqualTo(
                        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
        assertThatThrownBy(() -> new Checkpoint("two words", 1, root))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a+b", 1, root))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] tail(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    private static byte[] sign(byte[] seed, String text) throws GeneralSecurityException {
        var key =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return signature.sign();
    }
}
