package io.jikim.audit.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The random bytes of one entry from which each field's salt is derived: one salt says nothing
/// about another, and destroying the secret destroys them all.
public final class Secret {
    public static final int LENGTH = 32;
    public static final int SALT_LENGTH = 16;

    private static final byte[] PURPOSE = "jikim/salt/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ZERO = {0};

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException if there are not exactly 32 bytes
    public static Secret of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a secret has 32 bytes");
        }
        return new Secret(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// 16 bytes for that field of this entry: half of a hash, so nothing can be appended to what
    /// was hashed.
    public byte[] salt(String field) {
        var name = field.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(PURPOSE, ZERO, bytes, name).bytes(), SALT_LENGTH);
    }

    @Override
    public String toString() {
        return "Secret[not shown]";
    }
}
