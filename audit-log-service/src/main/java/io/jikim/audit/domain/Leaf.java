package io.jikim.audit.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the log keeps of a fact for ever: a commitment per field, no value.
///
/// Its bytes are a deterministic CBOR map (RFC 8949 §4.2.1): `"v": 1`, then each field's name with
/// 32 bytes, keys in the order of their encoded bytes, so shorter names stand first.
public record Leaf(SortedMap<String, Hash> commitments) {
    private static final byte[] PURPOSE = "jikim/field/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ZERO = {0};
    private static final int MOST = 22;
    private static final Comparator<String> ENCODED =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    public Leaf {
        if (commitments.isEmpty() || commitments.size() > MOST) {
            throw new IllegalArgumentException("a leaf has 1 to 22 fields");
        }
        commitments.keySet().forEach(Leaf::requireName);
        var sorted = new TreeMap<String, Hash>(ENCODED);
        sorted.putAll(commitments);
        commitments = java.util.Collections.unmodifiableSortedMap(sorted);
    }

    /// Commits to every field of a fact; the values are hidden as long as the secret is.
    public static Leaf of(Map<String, String> fields, Secret secret) {
        var commitments = new TreeMap<String, Hash>();
        fields.forEach(
                (name, value) -> commitments.put(name, commit(name, secret.salt(name), value)));
        return new Leaf(commitments);
    }

    /// `SHA-256("jikim/field/v1" 0 name 0 salt value)`; the salt has 16 bytes, so the parts cannot
    /// shift.
    public static Hash commit(String name, byte[] salt, String value) {
        return Sha256.of(
                PURPOSE,
                ZERO,
                name.getBytes(StandardCharsets.UTF_8),
                ZERO,
                salt,
                value.getBytes(StandardCharsets.UTF_8));
    }

    /// Exactly what is hashed and stored.
    public byte[] bytes() {
        var out = new ByteArrayOutputStream(16 + 48 * commitments.size());
        out.write(0xA0 | (commitments.size() + 1));
        writeName("v", out);
        out.write(1);
        commitments.forEach((name, hash) -> {
            writeName(name, out);
            out.write(0x58);
            out.write(Hash.LENGTH);
            out.writeBytes(hash.bytes());
        });
        return out.toByteArray();
    }

    private static void writeName(String name, ByteArrayOutputStream out) {
        out.write(0x60 | name.length());
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static void requireName(String name) {
        if (name.length() < 2 || name.length() > 23 || !name.chars().allMatch(Leaf::isLetter)) {
            throw new IllegalArgumentException("not a field name: " + name);
        }
    }

    private static boolean isLetter(int letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }
}
