package io.jikim.benchmarks.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals where an access came from, as a service that tells of it does (platform.crypto.BusSeal).
final class BusKey {

    private static final int EPOCH = 1;
    private static final int IV = 12;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    BusKey(Path directory) throws IOException {
        var keyset =
                new ObjectMapper().readTree(Files.readAllBytes(directory.resolve("keyset.json")));
        key = new SecretKeySpec(Base64.getDecoder().decode(keyset.path("bus").asText()), "AES");
    }

    /// Base64 of epoch (4 bytes), IV (12), ciphertext and tag.
    String sealed(String tenant, String plain) {
        try {
            var iv = new byte[IV];
            random.nextBytes(iv);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, iv));
            cipher.updateAAD((tenant + "|access.recorded").getBytes(StandardCharsets.UTF_8));
            var text = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var sealed = ByteBuffer.allocate(4 + IV + text.length).putInt(EPOCH).put(iv).put(text);
            return Base64.getEncoder().encodeToString(sealed.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is missing", e);
        }
    }
}
