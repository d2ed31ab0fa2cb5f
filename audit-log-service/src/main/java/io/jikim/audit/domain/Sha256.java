package io.jikim.audit.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 over parts, without joining them first.
final class Sha256 {
    private Sha256() {}

    static Hash of(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
