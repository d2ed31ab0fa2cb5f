package io.jikim.consent.policy.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A whole policy as canonical JSON: two documents that mean the same are the same text.
public record PolicyDocument(String canonicalJson) {

    /// Lower-case hex SHA-256 of the UTF-8 bytes.
    public String digest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var bytes = canonicalJson.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
