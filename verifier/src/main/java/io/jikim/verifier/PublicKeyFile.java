package io.jikim.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// An Ed25519 public key that was obtained apart from the file to check.
final class PublicKeyFile {
    private static final Pattern PEM =
            Pattern.compile(
                    "\\s*-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");
    private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int RAW_LENGTH = 32;
    private static final int ID_LENGTH = 16;

    private final PublicKey key;

    private PublicKeyFile(PublicKey key) {
        this.key = key;
    }

    /// Reads SPKI in PEM.
    static PublicKeyFile read(Path file) throws Malformed {
        try {
            var pem = PEM.matcher(Files.readString(file, StandardCharsets.UTF_8));
            if (!pem.matches()) {
                throw new Malformed("the key file is not one PUBLIC KEY in PEM: " + file);
            }
            var der =
                    Strict.base64(pem.group(1).replaceAll("\\s", ""))
                            .orElseThrow(() -> new Malformed("the key is not Base64: " + file));
            // one form only: what a parser might forgive would give one key two fingerprints
            if (der.length != SPKI_HEAD.length + RAW_LENGTH
                    || !Arrays.equals(der, 0, SPKI_HEAD.length, SPKI_HEAD, 0, SPKI_HEAD.length)) {
                throw new Malformed("the key is no Ed25519 public key: " + file);
            }
            return ofRaw(Arrays.copyOfRange(der, SPKI_HEAD.length, der.length));
        } catch (IOException e) {
            throw new Malformed("the key file cannot be read: " + file);
        }
    }

    /// From the 32 bytes of RFC 8032, the way verifier keys of signed notes have them.
    static PublicKeyFile ofRaw(byte[] raw) {
        try {
            var der = Arrays.copyOf(SPKI_HEAD, SPKI_HEAD.length + RAW_LENGTH);
            System.arraycopy(raw, 0, der, SPKI_HEAD.length, RAW_LENGTH);
            var factory = KeyFactory.getInstance("Ed25519");
            return new PublicKeyFile(factory.generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    /// False too where the signature has not even the form of one.
    boolean verifies(byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// The 32 bytes of RFC 8032, with which an SPKI of this kind ends.
    byte[] raw() {
        var der = key.getEncoded();
        return Arrays.copyOfRange(der, der.length - RAW_LENGTH, der.length);
    }

    /// Hex SHA-256 of the SPKI, to compare by eye with what was published.
    String fingerprint() {
        return HexFormat.of().formatHex(Sha256.of(key.getEncoded()));
    }

    /// A key's id is the first 16 characters of its fingerprint.
    boolean isNamed(String keyId) {
        return fingerprint().substring(0, ID_LENGTH).equals(keyId);
    }
}
