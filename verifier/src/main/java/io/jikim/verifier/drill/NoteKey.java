package io.jikim.verifier.drill;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// Signs what the verifiers are asked about, notes (C2SP signed-note) among it; made here as the
/// formats say, without what checks it.
public record NoteKey(KeyPair pair) {
    private static final byte[] ED25519 = {1};

    public static NoteKey create() {
        try {
            return new NoteKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Signed under a name, which need not be that in its first line.
    public String note(String name, String text) {
        return text + "\n— " + name + " " + base64(join(id(name), sign(utf8(text)))) + "\n";
    }

    /// `name+id+key`.
    public String verifierKey(String name) {
        return name + "+" + HexFormat.of().formatHex(id(name)) + "+" + base64(join(ED25519, raw()));
    }

    public byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] id(String name) {
        return Arrays.copyOf(sha(utf8(name + "\n"), ED25519, raw()), 4);
    }

    private byte[] raw() {
        var spki = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    }

    static byte[] sha(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(join(parts));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
