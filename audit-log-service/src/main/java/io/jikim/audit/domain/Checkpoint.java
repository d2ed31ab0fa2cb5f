package io.jikim.audit.domain;

import java.util.Base64;

/// The head of the log at a size, as a signed note's text has it (C2SP tlog-checkpoint).
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (!origin.matches("[^\\s+]+")) {
            throw new IllegalArgumentException("an origin has no space and no plus");
        }
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
