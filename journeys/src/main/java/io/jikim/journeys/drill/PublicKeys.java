package io.jikim.journeys.drill;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Keys of participants that never answer.
final class PublicKeys {

    private PublicKeys() {}

    /// A fresh one, as SubjectPublicKeyInfo in Base64.
    static String ed25519() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            KeyPairGenerator.getInstance("Ed25519")
                                    .generateKeyPair()
                                    .getPublic()
                                    .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
