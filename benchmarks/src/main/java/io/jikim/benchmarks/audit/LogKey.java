package io.jikim.benchmarks.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jikim.platform.crypto.Signer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/// The key of a log, which signs its heads (C2SP tlog-checkpoint).
final class LogKey {

    private final String verifierKey;
    private final Signer signer;

    /// @param verifierKey as the log publishes it: `name+id+key`
    LogKey(String verifierKey, Path directory) throws IOException {
        this.verifierKey = verifierKey.strip();
        this.signer = Signer.ofPem(Files.readString(directory.resolve("log.pem")));
    }

    String verifierKey() {
        return verifierKey;
    }

    String note(long size, byte[] root) {
        var parts = verifierKey.split("\\+", 3);
        var base64 = Base64.getEncoder();
        var text = parts[0] + "\n" + size + "\n" + base64.encodeToString(root) + "\n";
        var signature = signer.sign(text.getBytes(UTF_8));
        var signed =
                ByteBuffer.allocate(4 + signature.length)
                        .put(HexFormat.of().parseHex(parts[1]))
                        .put(signature);
        return text + "\n— " + parts[0] + " " + base64.encodeToString(signed.array()) + "\n";
    }
}
