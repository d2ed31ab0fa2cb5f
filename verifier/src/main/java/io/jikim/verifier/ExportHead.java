package io.jikim.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// The first line of an export's proof: how many records there are, whether more follow behind
/// them, and the head that all of them lead to.
record ExportHead(long count, boolean complete, SignedHead head) {
    private static final String FORMAT = "jikim/access-records-export/v1";

    static ExportHead read(Lines proof, VerifierKey key) throws Malformed, DoesNotHold {
        var line = proof.next().orElseThrow(() -> new Malformed(proof.name() + ": is empty"));
        try {
            var fields =
                    Fields.of(
                            "head",
                            Strict.json(line),
                            Set.of("format", "count", "complete", "checkpoint"));
            if (!fields.text("format").equals(FORMAT)) {
                throw new Malformed("is not the proof of an export");
            }
            var complete = fields.any("complete");
            if (!complete.isBoolean() || fields.whole("count").bitLength() > 31) {
                throw new Malformed("count or complete are not what they should be");
            }
            var note = fields.text("checkpoint").getBytes(StandardCharsets.UTF_8);
            return new ExportHead(
                    fields.whole("count").longValueExact(),
                    complete.booleanValue(),
                    SignedHead.read(note, key));
        } catch (Malformed e) {
            throw new Malformed(proof.here() + ": " + e.getMessage());
        }
    }
}
