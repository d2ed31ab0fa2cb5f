package io.jikim.audit.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// A named Ed25519 public key of signed notes (C2SP signed-note).
public final class NoteKey {
    /// What a key signs: notes, or a witness's cosignatures (C2SP tlog-cosignature).
    public static final byte NOTES = 1;

    public static final byte COSIGNATURES = 4;

    private static final int ID_LENGTH = 4;

    private final String name;
    private final byte[] typed;

    /// `publicKey` are the 32 bytes of RFC 8032.
    public NoteKey(String name, byte[] publicKey) {
        this(name, NOTES, publicKey);
    }

    public NoteKey(String name, byte type, byte[] publicKey) {
        if (!name.matches("[^\\s+]+") || publicKey.length != Hash.LENGTH) {
            throw new IllegalArgumentException("a note key has a name and 32 bytes");
        }
        this.name = name;
        this.typed = new byte[1 + Hash.LENGTH];
        typed[0] = type;
        System.arraycopy(publicKey, 0, typed, 1, Hash.LENGTH);
    }

    /// @throws IllegalArgumentException unless it is `name+id+key` with the id of that name and key
    public static NoteKey parse(String verifierKey) {
        var parts = verifierKey.split("\\+", 3);
        var typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length == 1 + Hash.LENGTH) {
            var key = new NoteKey(parts[0], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
            if (key.verifierKey().equals(verifierKey)) {
                return key;
            }
        }
        throw new IllegalArgumentException("not a key name+id+key: " + verifierKey);
    }

    public String name() {
        return name;
    }

    public boolean is(byte type) {
        return typed[0] == type;
    }

    /// The 32 bytes of RFC 8032.
    public byte[] publicKey() {
        return Arrays.copyOfRange(typed, 1, typed.length);
    }

    /// What stands behind the id in each signature line of this key's.
    public List<byte[]> signatures(String lines) {
        var mine = "— " + name + " ";
        return lines.lines()
                .filter(line -> line.startsWith(mine))
                .map(line -> decoded(line.substring(mine.length())))
                .filter(s ->
                        s.length > ID_LENGTH && Arrays.equals(s, 0, ID_LENGTH, id(), 0, ID_LENGTH))
                .map(s -> Arrays.copyOfRange(s, ID_LENGTH, s.length))
                .toList();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /// `name+id+key`, as verifiers are configured with it.
    public String verifierKey() {
        return name
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /// The note: its text (ended by a newline), an empty line, one signature line.
    public String note(String text, byte[] signature) {
        var signed = Arrays.copyOf(id(), ID_LENGTH + signature.length);
        System.arraycopy(signature, 0, signed, ID_LENGTH, signature.length);
        return text + "\n— " + name + " " + Base64.getEncoder().encodeToString(signed) + "\n";
    }

    private byte[] id() {
        var named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(named, typed).bytes(), ID_LENGTH);
    }
}
