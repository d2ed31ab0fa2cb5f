package io.jikim.retention.erasure.adapter.out.certificate;

import io.jikim.platform.crypto.CanonicalJson;
import io.jikim.platform.crypto.SigningKeys;
import io.jikim.retention.erasure.application.port.CertificateSigner;
import io.jikim.retention.erasure.domain.Certificate;
import io.jikim.retention.erasure.domain.Stamp;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// Certificates signed with the key `certificate.pem`.
@ApplicationScoped
class SignedCertificates implements CertificateSigner {
    private static final String KEY = "certificate";
    private final SigningKeys keys;

    SignedCertificates(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Stamp sign(Certificate certificate) {
        var json = CanonicalJson.of(CertificateText.of(certificate));
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Stamp(
                json,
                HexFormat.of().formatHex(sha256(bytes)),
                keys.verifier(KEY).keyId(),
                Base64.getEncoder().encodeToString(keys.signer(KEY).sign(bytes)),
                certificate.issuedAt());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
