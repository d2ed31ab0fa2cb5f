package io.jikim.testkit.tokens;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/// The RSA pair of the test's provider, one for the JVM.
final class SigningKey {
    static final String ID = "test";
    private static final String PROPERTY = "io.jikim.testkit.oidc-key";

    private SigningKey() {}

    static KeyPair shared() {
        synchronized (System.getProperties()) {
            var known = (KeyPair) System.getProperties().get(PROPERTY);
            if (known == null) {
                known = fresh();
                System.getProperties().put(PROPERTY, known);
            }
            return known;
        }
    }

    static KeyPair fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
