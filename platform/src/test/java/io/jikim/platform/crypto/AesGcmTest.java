package io.jikim.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AesGcmTest {

    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvFileSource(resources = "/known-answers/aes-256-gcm.csv", emptyValue = "")
    void D1_gives_the_answers_that_are_known(
            String key, String iv, @Nullable String plain, @Nullable String bound, String sealed) {
        byte[] made =
                AesGcm.seal(
                        AesGcm.key(HEX.parseHex(key)), HEX.parseHex(iv), hex(plain), hex(bound));

        assertThat(HEX.formatHex(made)).isEqualTo(iv + sealed);
        assertThat(AesGcm.open(AesGcm.key(HEX.parseHex(key)), made, hex(bound)))
                .isEqualTo(hex(plain));
    }

    private static byte[] hex(@Nullable String text) {
        return text == null ? new byte[0] : HEX.parseHex(text);
    }

    @Test
    void D1_opens_with_no_bit_changed() {
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

    /// Whatever the text, from however many threads: GCM gives its key away when an IV comes twice.
    @Test
    void D1_never_uses_an_iv_twice() throws Exception {
        var key = AesGcm.key(AesGcm.random(32));
        Set<String> ivs = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                var text = new byte[thread * 7];
                running.add(
                        threads.submit(() -> {
                            for (int i = 0; i < 50_000; i++) {
                                byte[] sealed = AesGcm.seal(key, text, text);
                                ivs.add(HEX.formatHex(sealed, 0, AesGcm.IV));
                            }
                        }));
            }
            for (var thread : running) {
                thread.get();
            }
        }
        assertThat(ivs).hasSize(400_000);
    }
}
