package io.jikim.verifier.drill;

import static io.jikim.verifier.drill.NoteKey.sha;
import static io.jikim.verifier.drill.NoteKey.utf8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A leaf as it is shown, and as it stands in the log.
public final class SampleLeaf {
    private static final Set<String> SEALED = Set.of("account", "from", "note");

    private final byte[] shown;
    private final byte[] logged;

    private SampleLeaf(byte[] shown, byte[] logged) {
        this.shown = shown;
        this.logged = logged;
    }

    public byte[] shown() {
        return shown.clone();
    }

    public byte[] logged() {
        return logged.clone();
    }

    /// Version 1: it is shown as it stands there.
    public static SampleLeaf flat(Map<String, String> values) {
        var leaf = begun(1, values.size());
        writeFields(values, leaf);
        return new SampleLeaf(leaf.toByteArray(), leaf.toByteArray());
    }

    /// Version 2: each inner map's hash stands there in its place.
    public static SampleLeaf nested(Map<String, String> values) {
        var open = new TreeMap<>(values);
        open.keySet().removeAll(SEALED);
        var sealed = new TreeMap<>(values);
        sealed.keySet().retainAll(SEALED);
        int parts = sealed.isEmpty() ? 1 : 2;
        var shown = begun(2, parts);
        var logged = begun(2, parts);
        write("open", map(open), shown, logged);
        if (!sealed.isEmpty()) {
            write("sealed", map(sealed), shown, logged);
        }
        return new SampleLeaf(shown.toByteArray(), logged.toByteArray());
    }

    /// The salt of a field, made of its name.
    public static byte[] salt(String name) {
        return Arrays.copyOf(sha(utf8("salt of " + name)), 16);
    }

    private static ByteArrayOutputStream begun(int version, int others) {
        var out = new ByteArrayOutputStream();
        out.write(0xA0 + 1 + others);
        out.writeBytes(new byte[] {0x61, 'v', (byte) version});
        return out;
    }

    private static byte[] map(Map<String, String> values) {
        var out = new ByteArrayOutputStream();
        out.write(0xA0 + values.size());
        writeFields(values, out);
        return out.toByteArray();
    }

    private static void write(
            String name, byte[] map, ByteArrayOutputStream shown, ByteArrayOutputStream logged) {
        writeName(name, shown);
        shown.writeBytes(map);
        writeName(name, logged);
        writeHash(sha(map), logged);
    }

    private static void writeFields(Map<String, String> values, ByteArrayOutputStream out) {
        var sorted =
                new TreeMap<String, String>((a, b) ->
                        a.length() == b.length() ? a.compareTo(b) : a.length() - b.length());
        sorted.putAll(values);
        sorted.forEach((name, value) -> {
            writeName(name, out);
            var zero = new byte[1];
            writeHash(
                    sha(utf8("jikim/field/v1"), zero, utf8(name), zero, salt(name), utf8(value)),
                    out);
        });
    }

    private static void writeName(String name, ByteArrayOutputStream out) {
        out.write(0x60 + name.length());
        out.writeBytes(utf8(name));
    }

    private static void writeHash(byte[] hash, ByteArrayOutputStream out) {
        out.writeBytes(new byte[] {0x58, 0x20});
        out.writeBytes(hash);
    }
}
