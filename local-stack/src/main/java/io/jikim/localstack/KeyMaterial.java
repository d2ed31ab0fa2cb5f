package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// The keys of a local installation, made when they are missing and never replaced: `keyset.json`
/// with the key-encryption keys, and an Ed25519 pair for everyone who signs.
record KeyMaterial(Path directory) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> SIGNERS =
            List.of(
                    "consent-service",
                    "identity-verification-service",
                    "identity-provider",
                    "audit-log-service",
                    "retention-service",
                    "certificate",
                    "log");

    void create() {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            if (!Files.exists(directory.resolve("keyset.json"))) {
                write("keyset.json", keyset());
            }
            for (var signer : SIGNERS) {
                if (!Files.exists(directory.resolve(signer + ".pem"))) {
                    createPair(signer);
                }
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new StackFailure("cannot make keys in " + directory + ": " + e.getMessage(), e);
        }
    }

    private static String keyset() {
        return """
        {"kek":{"live":{"1":"%s"},"archive":{"1":"%s"}},"index":"%s","bus":"%s"}
        """
                .formatted(key(), key(), key(), key());
    }

    private static String key() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /// The public half first: a private key that stands there is a pair that is whole.
    private void createPair(String signer) throws IOException, NoSuchAlgorithmException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.deleteIfExists(directory.resolve(signer + ".pub.pem"));
        write(signer + ".pub.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        write(signer + ".pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static String pem(String label, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, lines, label);
    }

    /// The file is the owner's alone from its first byte on.
    private void write(String name, String content) throws IOException {
        var apart = directory.resolve(name + ".new");
        Files.deleteIfExists(apart);
        Files.createFile(
                apart,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(apart, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(apart, directory.resolve(name));
    }
}
