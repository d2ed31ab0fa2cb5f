package io.jikim.audit.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the log keeps of a fact for ever: a commitment per field, no value.
///
/// It is shown as a deterministic CBOR map (RFC 8949 §4.2.1) `{"v": 2, "open": {…}, "sealed": {…}}`
/// with 32 bytes under each field's name; keys stand in the order of their encoded bytes, so
/// shorter names stand first. In the log the same map stands with the SHA-256 of each inner one in
/// its place (docs/adr/027).
public record Leaf(SortedMap<String, Hash> open, SortedMap<String, Hash> sealed) {
    private static final byte[] PURPOSE = "jikim/field/v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ZERO = {0};
    private static final int VERSION = 2;
    private static final int VERSION_AT = 3;
    private static final int MOST = 22;
    private static final Comparator<String> ENCODED =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    public Leaf {
        if (open.isEmpty()) {
            throw new IllegalArgumentException("a leaf has an open field");
        }
        open = inOrder(open);
        sealed = inOrder(sealed);
    }

    /// Commits to every field of a fact; the values are hidden as long as the secret is.
    public static Leaf of(Map<String, String> open, Map<String, String> sealed, Secret secret) {
        return new Leaf(commit(open, secret), commit(sealed, secret));
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

    /// Whether a leaf is shown as it stands in the log, as those of version 1 are.
    public static boolean isShownAsLogged(byte[] logged) {
        return logged[VERSION_AT] == 1;
    }

    public Logged logged() {
        return new Logged(
                Sha256.of(map(open)),
                sealed.isEmpty() ? Optional.empty() : Optional.of(Sha256.of(map(sealed))));
    }

    /// With every commitment.
    public byte[] shown() {
        var out = begin(48 * (1 + open.size() + sealed.size()), !sealed.isEmpty());
        writeName("open", out);
        out.writeBytes(map(open));
        if (!sealed.isEmpty()) {
            writeName("sealed", out);
            out.writeBytes(map(sealed));
        }
        return out.toByteArray();
    }

    /// As it stands in the log.
    public record Logged(Hash open, Optional<Hash> sealed) {

        /// Exactly what is hashed and stored.
        public byte[] bytes() {
            var out = begin(96, sealed.isPresent());
            writeName("open", out);
            writeHash(open, out);
            sealed.ifPresent(hash -> {
                writeName("sealed", out);
                writeHash(hash, out);
            });
            return out.toByteArray();
        }
    }

    private static ByteArrayOutputStream begin(int size, boolean hasSealed) {
        var out = new ByteArrayOutputStream(size);
        out.write(0xA0 | (hasSealed ? 3 : 2));
        writeName("v", out);
        out.write(VERSION);
        return out;
    }

    private static byte[] map(SortedMap<String, Hash> commitments) {
        var out = new ByteArrayOutputStream(48 * commitments.size());
        out.write(0xA0 | commitments.size());
        commitments.forEach((name, hash) -> {
            writeName(name, out);
            writeHash(hash, out);
        });
        return out.toByteArray();
    }

    private static void writeName(String name, ByteArrayOutputStream out) {
        out.write(0x60 | name.length());
        out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static void writeHash(Hash hash, ByteArrayOutputStream out) {
        out.write(0x58);
        out.write(Hash.LENGTH);
        out.writeBytes(hash.bytes());
    }

    private static SortedMap<String, Hash> commit(Map<String, String> fields, Secret secret) {
        var commitments = new TreeMap<String, Hash>();
        fields.forEach(
                (name, value) -> commitments.put(name, commit(name, secret.salt(name), value)));
        return commitments;
    }

    private static SortedMap<String, Hash> inOrder(SortedMap<String, Hash> commitments) {
        if (commitments.size() > MOST) {
            throw new IllegalArgumentException("a leaf has at most 22 fields of each kind");
        }
        commitments.keySet().forEach(Leaf::requireName);
        var sorted = new TreeMap<String, Hash>(ENCODED);
        sorted.putAll(commitments);
        return Collections.unmodifiableSortedMap(sorted);
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
