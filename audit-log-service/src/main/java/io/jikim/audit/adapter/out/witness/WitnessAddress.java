package io.jikim.audit.adapter.out.witness;

import io.jikim.audit.domain.NoteKey;
import io.jikim.platform.crypto.Verifier;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// A witness as it is configured: its key, a space, and the prefix under which it answers.
record WitnessAddress(NoteKey key, Verifier verifier, URI prefix) {
    private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int SIGNED_LENGTH = 8 + 64;

    /// @throws IllegalArgumentException if it is something else
    static WitnessAddress parse(String text) {
        var parts = text.strip().split(" +");
        if (parts.length != 2 || !parts[1].matches("https?://\\S+")) {
            throw new IllegalArgumentException(
                    "a witness is its key name+id+key, a space and its address, not: " + text);
        }
        var key = NoteKey.parse(parts[0]);
        if (!key.is(NoteKey.COSIGNATURES)) {
            throw new IllegalArgumentException("not the key of a witness: " + parts[0]);
        }
        var spki = ByteBuffer.allocate(SPKI_HEAD.length + key.publicKey().length);
        var verifier = Verifier.ofSpki(spki.put(SPKI_HEAD).put(key.publicKey()).array());
        return new WitnessAddress(key, verifier, URI.create(parts[1].replaceAll("/+$", "")));
    }

    /// The first line of an answer that is this witness's cosignature over the text.
    Optional<String> cosignature(String answer, String text) {
        return answer.lines()
                .filter(line -> key.signatures(line).stream().anyMatch(s -> verifies(s, text)))
                .map(line -> line + "\n")
                .findFirst();
    }

    private boolean verifies(byte[] signed, String text) {
        if (signed.length != SIGNED_LENGTH) {
            return false;
        }
        var buffer = ByteBuffer.wrap(signed);
        var message = "cosignature/v1\ntime " + buffer.getLong() + "\n" + text;
        var signature = new byte[buffer.remaining()];
        buffer.get(signature);
        return verifier.verifies(message.getBytes(StandardCharsets.UTF_8), signature);
    }
}
