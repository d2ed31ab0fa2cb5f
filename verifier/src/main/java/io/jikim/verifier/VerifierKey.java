package io.jikim.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Under which name and key a log signs: `name+id+key` (C2SP signed-note).
record VerifierKey(String name, PublicKeyFile key) {
    private static final Pattern FORM =
            Pattern.compile(
                    "([^\\s+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+=*)",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final int RAW_LENGTH = 32;
    private static final int LONGEST_FILE = 4096;

    /// A file with one such key on one line.
    static VerifierKey read(Path file) throws Malformed {
        return parse(line(file))
                .orElseThrow(() ->
                        new Malformed(
                                "the key file is not one Ed25519 verifier key name+id+key: "
                                        + file));
    }

    /// The one line of a file.
    static String line(Path file) throws Malformed {
        try (var in = Files.newInputStream(file)) {
            return Strict.text(in.readNBytes(LONGEST_FILE))
                    .map(text -> text.endsWith("\n") ? text.substring(0, text.length() - 1) : text)
                    .orElse("");
        } catch (IOException e) {
            throw new Malformed("the key file cannot be read: " + file);
        }
    }

    /// Empty unless the key is one of Ed25519 and the id is that of this name and key.
    static Optional<VerifierKey> parse(String text) {
        return parse(text, SignedNote.ED25519);
    }

    /// The same for a key that signs something else than notes, as its type says.
    static Optional<VerifierKey> parse(String text, byte type) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Strict.base64(parts.group(3))
                .filter(typed -> typed.length == 1 + RAW_LENGTH && typed[0] == type)
                .map(typed -> PublicKeyFile.ofRaw(Arrays.copyOfRange(typed, 1, typed.length)))
                .map(key -> new VerifierKey(parts.group(1), key))
                .filter(key -> key.id(type).equals(parts.group(2)));
    }

    private String id(byte type) {
        return HexFormat.of().formatHex(SignedNote.keyId(name, type, key));
    }
}
