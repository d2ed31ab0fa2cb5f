package io.jikim.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A text and the signatures under it (C2SP signed-note).
record SignedNote(String text, String signatures) {
    private static final int ID_LENGTH = 4;
    private static final int MOST_SIGNATURES = 100;
    static final byte ED25519 = 1;
    private static final Pattern LINE =
            Pattern.compile("— ([^\\s+]+) ([A-Za-z0-9+/]+=*)", Pattern.UNICODE_CHARACTER_CLASS);

    /// Empty if the note has no empty line, no signature, more than 100, one that is not an id and
    /// a signature in Base64, or a character that has no place in a note.
    static Optional<SignedNote> parse(String note) {
        int end = note.lastIndexOf("\n\n");
        boolean plain =
                note.chars().allMatch(c -> c == '\n' || c >= 0x20) && Strict.utf8(note).isPresent();
        if (end < 0 || !plain || !note.endsWith("\n") || end + 2 == note.length()) {
            return Optional.empty();
        }
        var signatures = note.substring(end + 2);
        boolean wellFormed =
                signatures.lines().count() <= MOST_SIGNATURES
                        && signatures.lines().allMatch(SignedNote::isSignature);
        return wellFormed
                ? Optional.of(new SignedNote(note.substring(0, end + 1), signatures))
                : Optional.empty();
    }

    private static boolean isSignature(String line) {
        var parts = LINE.matcher(line);
        return parts.matches()
                && Strict.base64(parts.group(2)).filter(s -> s.length > ID_LENGTH).isPresent();
    }

    /// Whether the key has signed under this name; lines of other keys say nothing (signed-note,
    /// "Signatures").
    boolean isSignedBy(String name, PublicKeyFile key) {
        var own = of(name, keyId(name, ED25519, key));
        var message = text.getBytes(StandardCharsets.UTF_8);
        return !own.isEmpty() && own.stream().allMatch(s -> key.verifies(message, s));
    }

    /// What stands behind the id in each line under this name that has it.
    List<byte[]> of(String name, byte[] id) {
        return signatures
                .lines()
                .filter(line -> line.startsWith("— " + name + " "))
                .map(line -> Strict.base64(line.substring(name.length() + 3)))
                .flatMap(Optional::stream)
                .filter(s -> Arrays.equals(s, 0, ID_LENGTH, id, 0, ID_LENGTH))
                .map(s -> Arrays.copyOfRange(s, ID_LENGTH, s.length))
                .toList();
    }

    /// @param type what the key signs: 1 notes, 4 cosignatures
    static byte[] keyId(String name, byte type, PublicKeyFile key) {
        var named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(named, new byte[] {type}, key.raw()), ID_LENGTH);
    }
}
