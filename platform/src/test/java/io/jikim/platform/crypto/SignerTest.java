package io.jikim.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SignerTest {

    // RFC 8032 §7.1, test 2, in the wrappings of RFC 8410
    private static final String SECRET =
            "302e020100300506032b657004220420"
                    + "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    private static final String PUBLIC =
            "302a300506032b6570032100"
                    + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    private static final String SIGNATURE =
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    private final Signer signer = Signer.ofPem(pem("PRIVATE KEY", SECRET));
    private final Verifier verifier = Verifier.ofPem(pem("PUBLIC KEY", PUBLIC));

    @Test
    void signs_as_the_standard_does() {
        assertThat(HexFormat.of().formatHex(signer.sign(new byte[] {0x72}))).isEqualTo(SIGNATURE);
    }

    @Test
    void believes_what_was_signed_and_nothing_else() {
        byte[] signature = HexFormat.of().parseHex(SIGNATURE);

        assertThat(verifier.verifies(new byte[] {0x72}, signature)).isTrue();
        assertThat(verifier.verifies(new byte[] {0x73}, signature)).isFalse();
        assertThat(verifier.verifies(new byte[] {0x72}, new byte[12])).isFalse();
    }

    @Test
    void takes_no_key_of_another_kind() {
        assertThatThrownBy(() -> Verifier.ofSpki(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String pem(String kind, String hex) {
        String body = Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(hex));
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
