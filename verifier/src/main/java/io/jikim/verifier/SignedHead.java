package io.jikim.verifier;

import java.util.Optional;

/// A checkpoint that the log's key has signed.
///
/// @param note as it was read
record SignedHead(String note, TreeHead head) {
    static final int LONGEST = 1 << 20;
    private static final int BITS = 63;

    /// @throws Malformed if it is no checkpoint, or one of more entries than are counted here
    /// @throws DoesNotHold if it is not this log's, or not signed with this key
    static SignedHead read(byte[] bytes, VerifierKey key) throws Malformed, DoesNotHold {
        var text = Strict.text(bytes);
        var note = text.flatMap(SignedNote::parse);
        var head = note.flatMap(n -> TreeHead.parse(n.text()));
        if (text.isEmpty() || note.isEmpty() || head.isEmpty()) {
            throw new Malformed("the checkpoint is not a signed tree head");
        }
        if (!head.get().origin().equals(key.name())) {
            throw new DoesNotHold("checkpoint: is not of the log " + key.name());
        }
        if (!note.get().isSignedBy(key.name(), key.key())) {
            throw new DoesNotHold("checkpoint: is not signed with the key given, or was changed");
        }
        if (head.get().size().bitLength() > BITS) {
            throw new Malformed("the checkpoint counts more than 2^63 entries");
        }
        return new SignedHead(text.get(), head.get());
    }

    static SignedHead read(LogSource source, VerifierKey key) throws Malformed, DoesNotHold {
        Optional<byte[]> bytes = source.checkpoint(LONGEST);
        if (bytes.isEmpty()) {
            throw new Malformed("there is no checkpoint");
        }
        return read(bytes.get(), key);
    }

    long size() {
        return head.size().longValueExact();
    }

    byte[] root() {
        return head.root();
    }
}
