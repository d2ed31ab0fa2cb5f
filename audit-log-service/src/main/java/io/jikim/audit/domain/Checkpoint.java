package io.jikim.audit.domain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The head of the log at a size, as a signed note's text has it (C2SP tlog-checkpoint).
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (!origin.matches("[^\\s+]+")) {
            throw new IllegalArgumentException("an origin has no space and no plus");
        }
    }

    /// Empty unless the text is exactly how a head is written here.
    public static Optional<Checkpoint> parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        try {
            var root = Hash.of(Base64.getDecoder().decode(lines[2]));
            return Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), root))
                    .filter(head -> head.text().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Under what others ask for the heads of this log: the hash of its name, in hex.
    public static String placeOf(String origin) {
        return Sha256.of(origin.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// Three lines, each ended by a newline.
    public String text() {
        return origin
                + "\n"
                + Long.toUnsignedString(size)
                + "\n"
                + Base64.getEncoder().encodeToString(root.bytes())
                + "\n";
    }
}
