package io.jikim.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyMaterialTest {
    @TempDir Path directory;

    @Test
    void replaces_no_key_that_is_there() throws IOException {
        var keys = new KeyMaterial(directory);
        keys.create();
        var keyset = Files.readString(directory.resolve("keyset.json"));
        var signer = Files.readString(directory.resolve("certificate.pem"));

        keys.create();

        assertThat(Files.readString(directory.resolve("keyset.json"))).isEqualTo(keyset);
        assertThat(Files.readString(directory.resolve("certificate.pem"))).isEqualTo(signer);
    }

    @Test
    void shows_keys_to_their_owner_alone() throws IOException {
        new KeyMaterial(directory).create();

        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                var permissions = Files.getPosixFilePermissions(file);
                assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
            }
        }
    }
}
