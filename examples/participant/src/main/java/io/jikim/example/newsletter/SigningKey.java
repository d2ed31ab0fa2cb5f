package io.jikim.example.newsletter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// The Ed25519 key with which this service signs its acknowledgements; made on first use and kept
/// in a file that only its owner reads (line 1 private PKCS#8, line 2 public SPKI, Base64).
record SigningKey(KeyPair pair) {

    static SigningKey in(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            var made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(file, List.of(text(made.getPrivate()), text(made.getPublic())));
        }
        var lines = Files.readAllLines(file);
        var keys = KeyFactory.getInstance("Ed25519");
        return new SigningKey(
                new KeyPair(
                        keys.generatePublic(new X509EncodedKeySpec(bytes(lines.get(1)))),
                        keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(lines.get(0))))));
    }

    /// The public key as Jikim registers it: Base64 of the SPKI encoding.
    String publicKey() {
        return text(pair.getPublic());
    }

    /// Base64 of the signature over the UTF-8 bytes.
    String sign(String canonicalJson) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(canonicalJson.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static String text(java.security.Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
