package io.jikim.platform.crypto;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The keys of `keyset.json` in JIKIM_KEYS_DIR, a file that only its owner may read.
@ApplicationScoped
@DefaultBean
class FileKeyset implements KeyProvider {

    private final Path directory;
    private volatile @Nullable Keyset loaded;

    FileKeyset(@ConfigProperty(name = "JIKIM_KEYS_DIR") String directory) {
        this.directory = Path.of(directory);
    }

    /// A service without its keys does not start; a test may never need them.
    void start(@Observes StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            keys();
        }
    }

    @Override
    public int epoch(String kek) {
        return keys().newest(kek);
    }

    @Override
    public byte[] wrap(String kek, int epoch, byte[] plain, byte[] bound) {
        return AesGcm.seal(keys().kek(kek, epoch), plain, bound);
    }

    @Override
    public byte[] unwrap(String kek, int epoch, byte[] wrapped, byte[] bound) {
        return AesGcm.open(keys().kek(kek, epoch), wrapped, bound);
    }

    @Override
    public byte[] mac(byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys().index());
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing", e);
        }
    }

    private Keyset keys() {
        Keyset keys = loaded;
        if (keys == null) {
            keys = Keyset.read(directory.resolve("keyset.json"));
            loaded = keys;
        }
        return keys;
    }
}
