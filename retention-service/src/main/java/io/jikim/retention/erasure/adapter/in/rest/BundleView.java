package io.jikim.retention.erasure.adapter.in.rest;

import io.jikim.retention.erasure.application.FetchCertificate.Bundle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an auditor verifies: certificate, signature, and the proof from the log.
record BundleView(
        Map<String, Object> certificate,
        SignatureView signature,
        @Nullable Map<String, Object> log) {
    record SignatureView(String keyId, String algorithm, String value) {}

    /// Put together as text, because the certificate must leave as the bytes that were signed.
    static String json(Bundle bundle) {
        var stamp = bundle.issued().stamp();
        return "{\"certificate\":"
                + stamp.json()
                + ",\"signature\":{\"keyId\":\""
                + stamp.keyId()
                + "\",\"algorithm\":\"Ed25519\",\"value\":\""
                + stamp.signature()
                + "\"},\"log\":"
                + bundle.log().orElse("null")
                + "}";
    }
}
