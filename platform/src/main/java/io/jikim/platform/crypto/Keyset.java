package io.jikim.platform.crypto;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// What stands in `keyset.json`: key-encrypting keys by name and epoch, and the index key.
final class Keyset {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Map<String, NavigableMap<Integer, SecretKey>> keks;
    private final SecretKey index;

    private Keyset(Map<String, NavigableMap<Integer, SecretKey>> keks, SecretKey index) {
        this.keks = keks;
        this.index = index;
    }

    /// @throws IllegalStateException if it is missing, incomplete, or readable by others
    static Keyset read(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new IllegalStateException("There is no keyset.json in JIKIM_KEYS_DIR");
            }
            refuseOthers(file);
            return of(new ObjectMapper().readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Keyset of(JsonNode json) {
        Map<String, NavigableMap<Integer, SecretKey>> keks = new HashMap<>();
        for (var kek : json.path("kek").properties()) {
            var epochs =
                    new ObjectMapper()
                            .convertValue(
                                    kek.getValue(), new TypeReference<Map<Integer, String>>() {});
            var keys = new TreeMap<Integer, SecretKey>();
            epochs.forEach((epoch, key) -> keys.put(epoch, AesGcm.key(decoded(key))));
            keks.put(kek.getKey(), keys);
        }
        keks.put("bus", new TreeMap<>(Map.of(1, AesGcm.key(decoded(json.path("bus").asText())))));
        byte[] index = decoded(json.path("index").asText());
        AesGcm.key(index);
        return new Keyset(keks, new SecretKeySpec(index, "HmacSHA256"));
    }

    int newest(String kek) {
        return epochs(kek).lastKey();
    }

    SecretKey kek(String kek, int epoch) {
        SecretKey key = epochs(kek).get(epoch);
        if (key == null) {
            throw new KeyDestroyed("Epoch " + epoch + " of key " + kek + " is gone");
        }
        return key;
    }

    SecretKey index() {
        return index;
    }

    private NavigableMap<Integer, SecretKey> epochs(String kek) {
        var epochs = keks.get(kek);
        if (epochs == null || epochs.isEmpty()) {
            throw new IllegalStateException("keyset.json has no key " + kek);
        }
        return epochs;
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static void refuseOthers(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException("keyset.json can be read by others: chmod 600");
        }
    }
}
