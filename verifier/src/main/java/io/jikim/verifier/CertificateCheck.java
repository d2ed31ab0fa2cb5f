package io.jikim.verifier;

import java.util.HexFormat;
import java.util.Optional;

/// Whether the certificate is what the holder of the certificate key has signed.
final class CertificateCheck {
    private CertificateCheck() {}

    /// Returns the hex digest of the certificate's canonical form, empty if it has none.
    static Optional<String> check(Bundle bundle, PublicKeyFile key, Findings findings) {
        var canonical = Canonical.bytes(bundle.certificate());
        if (canonical.isEmpty()) {
            findings.fails("certificate: has no canonical form (a fraction or a broken character)");
            return Optional.empty();
        }
        var signature = bundle.signature();
        findings.check(
                signature.algorithm().equals("Ed25519"),
                "signature algorithm: Ed25519",
                "signature algorithm: is not Ed25519");
        findings.check(
                key.isNamed(signature.keyId()),
                "signature key: named " + signature.keyId() + ", the key given",
                "signature key: the file names another key than the one given");
        var value = Strict.base64(signature.value());
        findings.check(
                value.isPresent() && key.verifies(canonical.get(), value.get()),
                "certificate signature: made with the key given (" + key.fingerprint() + ")",
                "certificate signature: not made with the key given, or the certificate was changed");
        var digest = HexFormat.of().formatHex(Sha256.of(canonical.get()));
        findings.holds("certificate digest: " + digest + " (recomputed from its canonical form)");
        return Optional.of(digest);
    }
}
