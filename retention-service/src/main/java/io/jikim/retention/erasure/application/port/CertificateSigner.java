package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Certificate;
import io.jikim.retention.erasure.domain.Stamp;

/// Writes certificates as canonical JSON and signs them with the certificate key.
public interface CertificateSigner {
    Stamp sign(Certificate certificate);
}
