package io.jikim.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTest {

    @TempDir Path directory;

    @Test
    void wraps_in_the_newest_epoch_and_still_opens_older_ones() throws IOException {
        var before = keyset("{\"1\":\"%s\"}".formatted(key(1)));
        byte[] old = before.wrap("live", before.epoch("live"), bytes("dek"), bytes("name"));

        var after = keyset("{\"1\":\"%s\",\"2\":\"%s\"}".formatted(key(1), key(2)));
        assertThat(after.epoch("live")).isEqualTo(2);
        assertThat(after.unwrap("live", 1, old, bytes("name"))).isEqualTo(bytes("dek"));
        assertThatThrownBy(() -> after.unwrap("live", 2, old, bytes("name")))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> after.unwrap("live", 1, old, bytes("another")))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> after.unwrap("archive", 1, old, bytes("name")))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void opens_nothing_of_an_epoch_that_is_gone() throws IOException {
        var before = keyset("{\"1\":\"%s\"}".formatted(key(1)));
        byte[] old = before.wrap("live", 1, bytes("dek"), bytes("name"));

        var after = keyset("{\"2\":\"%s\"}".formatted(key(2)));
        assertThatThrownBy(() -> after.unwrap("live", 1, old, bytes("name")))
                .isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void is_refused_when_others_can_read_it_or_a_key_is_short() throws IOException {
        keyset("{\"1\":\"%s\"}".formatted(key(1)));
        var file = directory.resolve("keyset.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> new FileKeyset(directory.toString()).epoch("live"))
                .hasMessageContaining("chmod 600");

        var shortKey = keyset("{\"1\":\"c2hvcnQ=\"}");
        assertThatThrownBy(() -> shortKey.epoch("live")).hasMessageContaining("32 bytes");
        Files.delete(file);
        assertThatThrownBy(() -> new FileKeyset(directory.toString()).epoch("live"))
                .hasMessageContaining("no keyset.json");
    }

    @Test
    void D2_gives_the_same_value_another_index_in_another_tenant_or_context() throws IOException {
        var keys = keyset("{\"1\":\"%s\"}".formatted(key(1)));

        String index = index(keys, "a", "email", "kim@example.org");
        assertThat(index).matches("[0-9a-f]{64}");
        assertThat(index(keys, "a", "email", "kim@example.org")).isEqualTo(index);
        assertThat(index(keys, "b", "email", "kim@example.org")).isNotEqualTo(index);
        assertThat(index(keys, "a", "external-id", "kim@example.org")).isNotEqualTo(index);
        assertThat(index(keys, "a", "email", "lee@example.org")).isNotEqualTo(index);
    }

    private static String index(KeyProvider keys, String tenant, String context, String value) {
        var current = new CurrentTenant();
        current.set(new Tenant(tenant));
        return new BlindIndex(keys, current).of(context, value);
    }

    private FileKeyset keyset(String live) throws IOException {
        var file = directory.resolve("keyset.json");
        Files.writeString(
                file,
                """
                {"kek":{"live":%s,"archive":{"1":"%s"}},"index":"%s","bus":"%s"}
                """
                        .formatted(live, key(7), key(8), key(9)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new FileKeyset(directory.toString());
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
