package io.jikim.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The fields a leaf commits to, by name, as hex: a CBOR map `{"v": 1, name: 32 bytes, …}`.
record Commitments(Map<String, String> byName) {
    private static final byte[] PURPOSE = "jikim/field/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ZERO = {0};
    private static final byte[] VERSION = {0x61, 'v', 1};
    private static final int MAP = 0xA0;
    private static final int TEXT = 0x60;
    private static final int LONGEST_NAME = 23;
    private static final int BYTES_HEAD = 0x5820;
    private static final int HASH_LENGTH = 32;

    Commitments {
        byName = Map.copyOf(byName);
    }

    /// Empty unless the bytes are that map, to the last byte.
    static Optional<Commitments> read(byte[] leaf) {
        var in = ByteBuffer.wrap(leaf);
        if (leaf.length < 1 + VERSION.length || !Arrays.equals(leaf, 1, 4, VERSION, 0, 3)) {
            return Optional.empty();
        }
        int entries = Byte.toUnsignedInt(in.get()) - MAP;
        if (entries < 2 || entries > LONGEST_NAME) {
            return Optional.empty();
        }
        in.position(1 + VERSION.length);
        var fields = new LinkedHashMap<String, String>();
        for (int i = 1; i < entries; i++) {
            if (!readField(in, fields)) {
                return Optional.empty();
            }
        }
        return in.hasRemaining() ? Optional.empty() : Optional.of(new Commitments(fields));
    }

    /// Whether this salt and value are what the leaf commits to under this name.
    boolean opens(String name, byte[] salt, String value) {
        var committed = byName.get(name);
        var nameBytes = Strict.utf8(name);
        var valueBytes = Strict.utf8(value);
        if (committed == null || nameBytes.isEmpty() || valueBytes.isEmpty()) {
            return false;
        }
        var computed = Sha256.of(PURPOSE, ZERO, nameBytes.get(), ZERO, salt, valueBytes.get());
        return committed.equals(HexFormat.of().formatHex(computed));
    }

    private static boolean readField(ByteBuffer in, Map<String, String> fields) {
        if (!in.hasRemaining()) {
            return false;
        }
        int length = Byte.toUnsignedInt(in.get()) - TEXT;
        if (length < 1 || length > LONGEST_NAME || in.remaining() < length + 2 + HASH_LENGTH) {
            return false;
        }
        var name = new byte[length];
        in.get(name);
        var hash = new byte[HASH_LENGTH];
        if (in.getShort() != BYTES_HEAD) {
            return false;
        }
        in.get(hash);
        var text = new String(name, StandardCharsets.US_ASCII);
        return fields.put(text, HexFormat.of().formatHex(hash)) == null;
    }
}
