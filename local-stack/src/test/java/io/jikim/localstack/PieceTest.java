package io.jikim.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PieceTest {
    @TempDir Path directory;

    @Test
    void makes_keys_once_and_keeps_them() throws Exception {
        Piece.main(new String[] {"keys", directory.toString()});
        var made = Files.readString(directory.resolve("certificate.pub.pem"));

        Piece.main(new String[] {"keys", directory.toString()});

        assertThat(directory.resolve("certificate.pub.pem")).hasContent(made);
        assertThat(directory.resolve("keyset.json")).exists();
    }
}
