package io.jikim.platform.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/// Checks signatures of one Ed25519 key (RFC 8032).
public final class Verifier {

    private final PublicKey key;

    private Verifier(PublicKey key) {
        this.key = key;
    }

    /// From an SPKI PEM.
    public static Verifier ofPem(String pem) {
        return ofSpki(Pem.decode(pem));
    }

    /// From the DER of a SubjectPublicKeyInfo. @throws IllegalArgumentException for any other key
    public static Verifier ofSpki(byte[] spki) {
        try {
            return new Verifier(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key", e);
        }
    }

    public boolean verifies(byte[] data, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(data);
            return signature.verify(signed);
        } catch (SignatureException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is missing", e);
        }
    }

    /// The DER of the SubjectPublicKeyInfo.
    public byte[] spki() {
        return key.getEncoded();
    }

    /// The first 16 hex characters of the SHA-256 of the SPKI.
    public String keyId() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(spki());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
