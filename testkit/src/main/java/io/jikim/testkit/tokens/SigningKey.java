package io.jikim.testkit.tokens;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The RSA pair of the test's provider, one for the JVM.
///
/// It is kept as text: a transaction manager that starts a second time in one JVM reads all system
/// properties, and stumbles over a value that is no string.
final class SigningKey {
    static final String ID = "test";
    private static final String PROPERTY = "io.jikim.testkit.oidc-key";

    private SigningKey() {}

    static KeyPair shared() {
        synchronized (System.getProperties()) {
            var known = System.getProperty(PROPERTY);
            if (known == null) {
                known = written(fresh());
                System.setProperty(PROPERTY, known);
            }
            return read(known);
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

    private static String written(KeyPair pair) {
        var base64 = Base64.getEncoder();
        return base64.encodeToString(pair.getPublic().getEncoded())
                + " "
                + base64.encodeToString(pair.getPrivate().getEncoded());
    }

    private static KeyPair read(String written) {
        try {
            var halves = written.split(" ", 2);
            var rsa = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    rsa.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
                    rsa.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[1]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
