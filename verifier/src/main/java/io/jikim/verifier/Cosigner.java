package io.jikim.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/// A witness's private key, and its public one beside it in the same file.
final class Cosigner {
    private static final String FILE = "witness.pem";
    private static final Pattern BOTH =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----\n([^-]+)-----END PRIVATE KEY-----\n"
                            + "-----BEGIN PUBLIC KEY-----\n([^-]+)-----END PUBLIC KEY-----\n");
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    private static final int ED25519_KEY = 32;

    private final PrivateKey secret;
    private final WitnessKey key;

    private Cosigner(PrivateKey secret, WitnessKey key) {
        this.secret = secret;
        this.key = key;
    }

    /// Makes the key where there is none yet.
    ///
    /// @throws Malformed if the directory's key cannot be read, or is not one key's two halves
    static Cosigner in(Path directory, String name) throws Malformed {
        var file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            var pem = BOTH.matcher(Files.readString(file));
            if (!pem.matches()) {
                throw new Malformed("the file is not a witness's key: " + file);
            }
            return of(name, decoded(pem.group(1)), decoded(pem.group(2)), file);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new Malformed("the witness's key cannot be read or made: " + file);
        }
    }

    WitnessKey key() {
        return key;
    }

    /// The signature line over a checkpoint's text.
    ///
    /// @param time in seconds since 1970
    String line(String text, long time) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(WitnessKey.message(time, text));
            var signed = signature.sign();
            var whole = ByteBuffer.allocate(4 + 8 + signed.length);
            whole.put(key.id()).putLong(time).put(signed);
            return "— "
                    + key.name()
                    + " "
                    + Base64.getEncoder().encodeToString(whole.array())
                    + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static Cosigner of(String name, byte[] pkcs8, byte[] spki, Path file)
            throws GeneralSecurityException, Malformed {
        var secret =
                KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        var raw = ByteBuffer.wrap(spki).slice(spki.length - ED25519_KEY, ED25519_KEY);
        var bytes = new byte[ED25519_KEY];
        raw.get(bytes);
        var cosigner =
                new Cosigner(
                        secret, new WitnessKey(new VerifierKey(name, PublicKeyFile.ofRaw(bytes))));
        var tried = SignedNote.parse("text\n\n" + cosigner.line("text\n", 1));
        if (tried.filter(cosigner.key::hasCosigned).isEmpty()) {
            throw new Malformed("the two halves of the witness's key do not fit: " + file);
        }
        return cosigner;
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var text =
                block("PRIVATE", pair.getPrivate().getEncoded())
                        + block("PUBLIC", pair.getPublic().getEncoded());
        DurableFile.write(file, text, PosixFilePermissions.fromString("rw-------"));
    }

    private static String block(String kind, byte[] der) {
        return "-----BEGIN "
                + kind
                + " KEY-----\n"
                + LINES.encodeToString(der)
                + "\n-----END "
                + kind
                + " KEY-----\n";
    }

    private static byte[] decoded(String lines) {
        return Base64.getMimeDecoder().decode(lines);
    }
}
