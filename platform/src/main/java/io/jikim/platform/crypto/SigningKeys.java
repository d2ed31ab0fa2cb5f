package io.jikim.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The Ed25519 keys in JIKIM_KEYS_DIR: `<name>.pem` to sign, `<name>.pub.pem` to check.
@ApplicationScoped
public class SigningKeys {

    private final Path directory;
    private final Map<String, Signer> signers = new ConcurrentHashMap<>();
    private final Map<String, Verifier> verifiers = new ConcurrentHashMap<>();

    SigningKeys(@ConfigProperty(name = "JIKIM_KEYS_DIR") String directory) {
        this.directory = Path.of(directory);
    }

    public Signer signer(String name) {
        return signers.computeIfAbsent(name, n -> Signer.ofPem(read(n + ".pem")));
    }

    public Verifier verifier(String name) {
        return verifiers.computeIfAbsent(name, n -> Verifier.ofPem(read(n + ".pub.pem")));
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
