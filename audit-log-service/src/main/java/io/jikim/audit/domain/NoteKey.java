package io.jikim.audit.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A named Ed25519 public key of signed notes (C2SP signed-note).
public final class NoteKey {
    private static final byte ED25519 = 1;
    private static final int ID_LENGTH = 4;

    private final String name;
    private final byte[] typed;

    /// `publicKey` are the 32 bytes of RFC 8032.
    public NoteKey(String name, byte[] publicKey) {
        if (!name.matches("[^\\s+]+") || publicKey.length != Hash.LENGTH) {
            throw new IllegalArgumentException("a note key has a name and 32 bytes");
        }
        this.name = name;
        this.typed = new byte[1 + Hash.LENGTH];
        typed[0] = ED25519;
        System.arraycopy(publicKey, 0, typed, 1, Hash.LENGTH);
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
