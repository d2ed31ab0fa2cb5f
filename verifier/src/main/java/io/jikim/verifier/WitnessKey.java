package io.jikim.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Under which name and key a witness cosigns (C2SP tlog-cosignature, Ed25519).
record WitnessKey(VerifierKey key) {
    static final byte COSIGNATURE_V1 = 4;
    private static final int TIME_LENGTH = 8;
    private static final int RAW_LENGTH = 32;

    /// A file with one `name+id+key` on one line.
    static WitnessKey read(Path file) throws Malformed {
        return parse(VerifierKey.line(file))
                .orElseThrow(() ->
                        new Malformed("the file is not one witness's key name+id+key: " + file));
    }

    static Optional<WitnessKey> parse(String text) {
        return VerifierKey.parse(text, COSIGNATURE_V1).map(WitnessKey::new);
    }

    String name() {
        return key.name();
    }

    /// @throws DoesNotHold unless the head is cosigned by it
    void requireCosigned(SignedHead head) throws DoesNotHold {
        if (SignedNote.parse(head.note()).filter(this::hasCosigned).isEmpty()) {
            throw new DoesNotHold("checkpoint: the witness " + name() + " has not cosigned it");
        }
    }

    /// Whether it has cosigned this head, and no line under its name and id says so wrongly.
    boolean hasCosigned(SignedNote note) {
        var own = note.of(name(), id());
        return !own.isEmpty() && own.stream().allMatch(signed -> verifies(note.text(), signed));
    }

    byte[] id() {
        return SignedNote.keyId(name(), COSIGNATURE_V1, key.key());
    }

    /// What is signed: the text of a checkpoint behind the time at which nothing newer was known.
    static byte[] message(long time, String text) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private boolean verifies(String text, byte[] signed) {
        if (signed.length <= TIME_LENGTH) {
            return false;
        }
        long time = ByteBuffer.wrap(signed).getLong();
        return time > 0
                && key.key()
                        .verifies(
                                message(time, text),
                                Arrays.copyOfRange(signed, TIME_LENGTH, signed.length));
    }

    /// As verifiers are configured with it.
    @Override
    public String toString() {
        var typed = ByteBuffer.allocate(1 + RAW_LENGTH);
        typed.put(COSIGNATURE_V1).put(key.key().raw());
        return name()
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(typed.array());
    }
}
