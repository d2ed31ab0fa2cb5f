package io.jikim.audit;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// A leaf as an answer shows it, brought by hand into the form that stands in the log: each inner
/// map's SHA-256 in its place.
final class ShownLeaf {
    private static final int VERSION_END = 4;
    private static final int HASH_ITEM = 34;

    private ShownLeaf() {}

    static byte[] logged(String base64) {
        var shown = Base64.getDecoder().decode(base64);
        var logged = new ByteArrayOutputStream();
        logged.write(shown, 0, VERSION_END);
        for (int at = VERSION_END; at < shown.length; ) {
            int map = afterName(shown, at);
            int end = afterMap(shown, map);
            logged.write(shown, at, map - at);
            logged.write(0x58);
            logged.write(0x20);
            logged.writeBytes(sha256(Arrays.copyOfRange(shown, map, end)));
            at = end;
        }
        return logged.toByteArray();
    }

    private static int afterName(byte[] cbor, int at) {
        return at + 1 + cbor[at] - 0x60;
    }

    private static int afterMap(byte[] cbor, int map) {
        int at = map + 1;
        for (int i = Byte.toUnsignedInt(cbor[map]) - 0xA0; i > 0; i--) {
            at = afterName(cbor, at) + HASH_ITEM;
        }
        return at;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
