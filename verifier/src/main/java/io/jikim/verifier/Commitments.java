package io.jikim.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The fields a leaf commits to, by name, as hex, and its hash in the log.
///
/// A leaf is a CBOR map. `{"v": 1, name: 32 bytes, …}` stands in the log as it is; of `{"v": 2,
/// "open": {name: 32 bytes, …}, "sealed": {…}}` the same map does, with the SHA-256 of each inner
/// one in its place.
final class Commitments {
    private static final byte[] PURPOSE = "jikim/field/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ZERO = {0};
    private static final int MAP = 0xA0;
    private static final int TEXT = 0x60;
    private static final int LONGEST_NAME = 23;
    private static final int MOST_ENTRIES = 23;
    private static final byte[] BYTES_HEAD = {0x58, 0x20};
    private static final int HASH_LENGTH = 32;
    private static final List<String> PARTS = List.of("open", "sealed");
    private static final Comparator<String> ENCODED =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Map<String, String> byName;
    private final byte[] leafHash;

    /// @param logged the leaf as it stands in the log
    private Commitments(Map<String, String> byName, byte[] logged) {
        this.byName = Map.copyOf(byName);
        this.leafHash = InclusionProof.leafHash(logged);
    }

    Map<String, String> byName() {
        return byName;
    }

    byte[] leafHash() {
        return leafHash.clone();
    }

    /// Empty unless the bytes are such a map, to the last byte.
    static Optional<Commitments> read(byte[] leaf) {
        var in = ByteBuffer.wrap(leaf);
        int entries = entries(in);
        if (entries < 2 || !readName(in).equals("v") || !in.hasRemaining()) {
            return Optional.empty();
        }
        return switch (in.get()) {
            case 1 -> readFlat(in, entries - 1);
            case 2 -> readNested(in, entries - 1);
            default -> Optional.empty();
        };
    }

    private static Optional<Commitments> readFlat(ByteBuffer in, int entries) {
        var fields = new LinkedHashMap<String, String>();
        return readFields(in, entries, fields) && !in.hasRemaining()
                ? Optional.of(new Commitments(fields, in.array()))
                : Optional.empty();
    }

    private static Optional<Commitments> readNested(ByteBuffer in, int entries) {
        if (entries > PARTS.size()) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, String>();
        var logged = new ByteArrayOutputStream();
        logged.write(in.array(), 0, in.position());
        for (var part : PARTS.subList(0, entries)) {
            boolean named = readName(in).equals(part);
            int begin = in.position();
            if (!named || !readFields(in, entries(in), fields)) {
                return Optional.empty();
            }
            writeName(part, logged);
            writeHash(Sha256.of(Arrays.copyOfRange(in.array(), begin, in.position())), logged);
        }
        return in.hasRemaining()
                ? Optional.empty()
                : Optional.of(new Commitments(fields, logged.toByteArray()));
    }

    /// Whether this salt and value are what the leaf commits to under this name.
    boolean opens(String name, byte[] salt, String value) {
        var committed = byName.get(name);
        return committed != null
                && commit(name, salt, value)
                        .filter(hash -> committed.equals(HexFormat.of().formatHex(hash)))
                        .isPresent();
    }

    /// What a leaf has for this value; none where a text is not Unicode.
    static Optional<byte[]> commit(String name, byte[] salt, String value) {
        var nameBytes = Strict.utf8(name);
        var valueBytes = Strict.utf8(value);
        return nameBytes.isEmpty() || valueBytes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Sha256.of(PURPOSE, ZERO, nameBytes.get(), ZERO, salt, valueBytes.get()));
    }

    /// Whether this is what the log has of a leaf whose open fields are these.
    ///
    /// @param leaf as it is logged, in version 2
    static boolean isLogged(byte[] leaf, Map<String, byte[]> open) {
        var expected = new ByteArrayOutputStream();
        expected.write(MAP + (hasSealed(leaf) ? 3 : 2));
        writeName("v", expected);
        expected.write(2);
        writeName("open", expected);
        writeHash(Sha256.of(map(open)), expected);
        if (hasSealed(leaf)) {
            writeName("sealed", expected);
            expected.writeBytes(BYTES_HEAD);
        }
        int known = expected.size();
        return leaf.length == known + (hasSealed(leaf) ? HASH_LENGTH : 0)
                && Arrays.equals(leaf, 0, known, expected.toByteArray(), 0, known);
    }

    /// Whether a leaf as it is logged, in version 2, commits to sealed fields.
    static boolean hasSealed(byte[] leaf) {
        return leaf.length > 0 && Byte.toUnsignedInt(leaf[0]) == MAP + 3;
    }

    private static byte[] map(Map<String, byte[]> commitments) {
        var sorted = new TreeMap<String, byte[]>(ENCODED);
        sorted.putAll(commitments);
        var out = new ByteArrayOutputStream();
        out.write(MAP + sorted.size());
        sorted.forEach((name, hash) -> {
            writeName(name, out);
            writeHash(hash, out);
        });
        return out.toByteArray();
    }

    private static void writeName(String name, ByteArrayOutputStream out) {
        out.write(TEXT + name.length());
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static void writeHash(byte[] hash, ByteArrayOutputStream out) {
        out.writeBytes(BYTES_HEAD);
        out.writeBytes(hash);
    }

    /// How many entries the map that begins here has; 0 where none begins.
    private static int entries(ByteBuffer in) {
        int entries = in.hasRemaining() ? Byte.toUnsignedInt(in.get()) - MAP : 0;
        return entries < 0 || entries > MOST_ENTRIES ? 0 : entries;
    }

    /// Empty where no name stands here.
    private static String readName(ByteBuffer in) {
        int length = in.hasRemaining() ? Byte.toUnsignedInt(in.get()) - TEXT : 0;
        if (length < 1 || length > LONGEST_NAME || in.remaining() < length) {
            return "";
        }
        var name = new byte[length];
        in.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static boolean readFields(ByteBuffer in, int entries, Map<String, String> fields) {
        for (int i = 0; i < entries; i++) {
            var name = readName(in);
            if (name.isEmpty() || in.remaining() < BYTES_HEAD.length + HASH_LENGTH) {
                return false;
            }
            boolean isHash = in.get() == BYTES_HEAD[0] && in.get() == BYTES_HEAD[1];
            var hash = new byte[HASH_LENGTH];
            in.get(hash, 0, isHash ? HASH_LENGTH : 0);
            if (!isHash || fields.put(name, HexFormat.of().formatHex(hash)) != null) {
                return false;
            }
        }
        return entries > 0;
    }
}
