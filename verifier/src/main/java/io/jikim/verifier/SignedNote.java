package io.jikim.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A text and the signatures under it (C2SP signed-note).
record SignedNote(String text, String signatures) {
    private static final int ID_LENGTH = 4;
    private static final byte[] ED25519 = {1};

    /// Empty if the note has no empty line, no signature, or a control character.
    static Optional<SignedNote> parse(String note) {
        int end = note.lastIndexOf("\n\n");
        boolean plain = note.chars().allMatch(c -> c == '\n' || c >= 0x20);
        if (end < 0 || !plain || !note.endsWith("\n") || end + 2 == note.length()) {
            return Optional.empty();
        }
        var signatures = note.substring(end + 2);
        if (!signatures.lines().allMatch(line -> line.matches("— [^\\s+]+ [A-Za-z0-9+/]+=*"))) {
            return Optional.empty();
        }
        return Optional.of(new SignedNote(note.substring(0, end + 1), signatures));
    }

    /// Whether the key has signed under this name; lines of other keys say nothing (signed-note,
    /// "Signatures").
    boolean isSignedBy(String name, PublicKeyFile key) {
        var id = keyId(name, key);
        var own =
                signatures
                        .lines()
                        .filter(line -> line.startsWith("— " + name + " "))
                        .map(line -> Strict.base64(line.substring(name.length() + 3)))
                        .flatMap(Optional::stream)
                        .filter(s ->
                                s.length > ID_LENGTH
                                        && Arrays.equals(s, 0, ID_LENGTH, id, 0, ID_LENGTH))
                        .map(s -> Arrays.copyOfRange(s, ID_LENGTH, s.length))
                        .toList();
        var message = text.getBytes(StandardCharsets.UTF_8);
        return !own.isEmpty() && own.stream().allMatch(s -> key.verifies(message, s));
    }

    private static byte[] keyId(String name, PublicKeyFile key) {
        var named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(named, ED25519, key.raw()), ID_LENGTH);
    }
}
