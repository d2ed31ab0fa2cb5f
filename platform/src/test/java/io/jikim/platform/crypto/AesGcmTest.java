package io.jikim.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AesGcmTest {

    private static final HexFormat HEX = HexFormat.of();

    /// Test cases 13, 14 and 16 of the GCM specification, and the first of NIST's
    /// gcmEncryptExtIV256.
    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            textBlock =
                    """
                    0000000000000000000000000000000000000000000000000000000000000000,000000000000000000000000,'','',530f8afbc74536b9a963b4f1c4cb738b
                    0000000000000000000000000000000000000000000000000000000000000000,000000000000000000000000,00000000000000000000000000000000,'',cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919
                    feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,cafebabefacedbaddecaf888,d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39,feedfacedeadbeeffeedfacedeadbeefabaddad2,522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b
                    b52c505a37d78eda5dd34f20c22540ea1b58963cf8e5bf8ffa85f9f2492505b4,516c33929df5a3284ff463d7,'','',bdc1ac884d332457a1d2664f168c76f0
                    """)
    void gives_the_known_answers(String key, String iv, String plain, String bound, String sealed) {
        byte[] made =
                AesGcm.seal(
                        AesGcm.key(HEX.parseHex(key)),
                        HEX.parseHex(iv),
                        HEX.parseHex(plain),
                        HEX.parseHex(bound));

        assertThat(HEX.formatHex(made)).isEqualTo(iv + sealed);
        assertThat(AesGcm.open(AesGcm.key(HEX.parseHex(key)), made, HEX.parseHex(bound)))
                .isEqualTo(HEX.parseHex(plain));
    }

    @Test
    void opens_with_no_bit_changed() {
        var key = AesGcm.key(AesGcm.random(32));
        byte[] bound = "place".getBytes(UTF_8);
        byte[] sealed = AesGcm.seal(key, "a secret".getBytes(UTF_8), bound);

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> AesGcm.open(key, changed, bound))
                    .isInstanceOf(SealBroken.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> AesGcm.open(key, cut, bound)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void never_uses_an_iv_twice() {
        var key = AesGcm.key(AesGcm.random(32));
        Set<String> ivs = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            byte[] sealed = AesGcm.seal(key, new byte[0], new byte[0]);
            ivs.add(HEX.formatHex(sealed, 0, AesGcm.IV));
        }
        assertThat(ivs).hasSize(100_000);
    }
}
