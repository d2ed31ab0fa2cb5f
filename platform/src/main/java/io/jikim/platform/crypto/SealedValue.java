package io.jikim.platform.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.SecretKey;

/// The layout of a sealed value: version (1 byte), key id (16), IV (12), ciphertext, tag (16).
final class SealedValue {

    private static final byte VERSION = 1;
    private static final int HEAD = 1 + 16;

    private SealedValue() {}

    static byte[] seal(UUID keyId, SecretKey key, byte[] plain, byte[] bound) {
        byte[] text = AesGcm.seal(key, plain, bound);
        return ByteBuffer.allocate(HEAD + text.length)
                .put(VERSION)
                .putLong(keyId.getMostSignificantBits())
                .putLong(keyId.getLeastSignificantBits())
                .put(text)
                .array();
    }

    static UUID keyId(byte[] sealed) {
        if (sealed.length < HEAD + AesGcm.IV + AesGcm.TAG || sealed[0] != VERSION) {
            throw new SealBroken("Not a sealed value of version 1");
        }
        var head = ByteBuffer.wrap(sealed, 1, 16);
        return new UUID(head.getLong(), head.getLong());
    }

    static byte[] open(SecretKey key, byte[] sealed, byte[] bound) {
        return AesGcm.open(key, Arrays.copyOfRange(sealed, HEAD, sealed.length), bound);
    }
}
