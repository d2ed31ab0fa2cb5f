package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.platform.crypto.SigningKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The public key that certificates verify under, for everybody.
@Path("/v1/certificate-key")
@RunOnVirtualThread
class CertificateKeyResource {
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    private final SigningKeys keys;

    CertificateKeyResource(SigningKeys keys) {
        this.keys = keys;
    }

    /// PEM of the SubjectPublicKeyInfo.
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + LINES.encodeToString(keys.verifier("certificate").spki())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
