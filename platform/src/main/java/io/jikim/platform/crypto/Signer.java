package io.jikim.platform.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/// Signs with one Ed25519 key (RFC 8032).
public final class Signer {

    private final PrivateKey key;

    private Signer(PrivateKey key) {
        this.key = key;
    }

    /// From a PKCS#8 PEM.
    public static Signer ofPem(String pem) {
        try {
            return new Signer(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(Pem.decode(pem))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 private key", e);
        }
    }

    /// 64 bytes.
    public byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is missing", e);
        }
    }
}
