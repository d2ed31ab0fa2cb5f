package io.jikim.verifier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// What a log asks a witness: to cosign a checkpoint, which goes on from an old size as a proof
/// shows (C2SP tlog-witness).
///
/// @param checkpoint as it was sent, nothing in it believed
record AddCheckpoint(BigInteger old, List<byte[]> proof, String checkpoint) {
    private static final int MOST_HASHES = 63;

    AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /// @throws Malformed saying which line is not as the protocol has it
    static AddCheckpoint parse(byte[] body) throws Malformed {
        var text = Strict.text(body).orElseThrow(() -> new Malformed("it is not UTF-8"));
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new Malformed("no empty line stands before a checkpoint");
        }
        var lines = text.substring(0, end).split("\n", -1);
        if (!lines[0].matches("old (0|[1-9][0-9]{0,19})")) {
            throw new Malformed("the first line is not old and a size");
        }
        if (lines.length - 1 > MOST_HASHES) {
            throw new Malformed("a proof has 63 hashes at most");
        }
        var proof = new ArrayList<byte[]>();
        for (int i = 1; i < lines.length; i++) {
            var hash = Strict.base64(lines[i]).filter(h -> h.length == TreeHash.LENGTH);
            proof.add(hash.orElseThrow(() -> new Malformed("a line of the proof is no hash")));
        }
        return new AddCheckpoint(
                new BigInteger(lines[0].substring("old ".length())),
                proof,
                text.substring(end + 2));
    }
}
