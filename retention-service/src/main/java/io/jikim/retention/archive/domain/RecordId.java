package io.jikim.retention.archive.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// The id of a record, made from where it came from: a deposit that is repeated meets itself.
public final class RecordId {
    private RecordId() {}

    /// A UUID of version 8 (RFC 9562 §5.8) from the SHA-256 of the parts. `revision` is 0, and more
    /// when the source had changed before a broken-off deposit was repeated.
    public static UUID of(
            String tenant, UUID erasure, String source, String sourceKey, int revision) {
        String all =
                String.join("\n", tenant, erasure.toString(), source, sourceKey, "" + revision);
        try {
            var hash =
                    ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(all.getBytes(StandardCharsets.UTF_8)));
            long high = hash.getLong() & ~0xF000L | 0x8000L;
            long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
