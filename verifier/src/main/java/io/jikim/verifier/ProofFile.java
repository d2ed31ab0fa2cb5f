package io.jikim.verifier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// That an entry stands in a log, as C2SP tlog-proof writes it.
///
/// @param extra what came with the proof; nobody has signed it
record ProofFile(Optional<byte[]> extra, BigInteger index, List<byte[]> hashes, String checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final int HASH_LENGTH = 32;
    // An entry of a log of 2^64 entries needs 64.
    private static final int MOST_HASHES = 64;

    static ProofFile read(byte[] bytes) throws Malformed {
        var text = Strict.text(bytes).orElseThrow(() -> new Malformed("it is not UTF-8"));
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new Malformed("there is no empty line before a checkpoint");
        }
        var lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        if (!lines.removeFirst().equals(FIRST_LINE)) {
            throw new Malformed("the first line is not " + FIRST_LINE);
        }
        Optional<byte[]> extra = Optional.empty();
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            extra = Optional.of(base64(lines.removeFirst().substring("extra ".length())));
        }
        return new ProofFile(extra, index(lines), hashes(lines), text.substring(end + 2));
    }

    /// @throws DoesNotHold where the entry does not lead to the head
    void requireLeads(byte[] entry, SignedHead head) throws DoesNotHold {
        var leaf = InclusionProof.leafHash(entry);
        if (!new InclusionProof(hashes).leadsTo(head.root(), index, head.head().size(), leaf)) {
            throw new DoesNotHold(
                    "inclusion proof: does not lead from the entry to the checkpoint's root");
        }
    }

    private static BigInteger index(List<String> lines) throws Malformed {
        if (lines.isEmpty() || !lines.getFirst().matches("index (0|[1-9][0-9]{0,19})")) {
            throw new Malformed("there is no line `index N`");
        }
        return new BigInteger(lines.removeFirst().substring("index ".length()));
    }

    private static List<byte[]> hashes(List<String> lines) throws Malformed {
        if (lines.size() > MOST_HASHES) {
            throw new Malformed("no proof needs more than 64 hashes");
        }
        var hashes = new ArrayList<byte[]>();
        for (var line : lines) {
            var hash = base64(line);
            if (hash.length != HASH_LENGTH) {
                throw new Malformed("a line of the proof is not a hash");
            }
            hashes.add(hash);
        }
        return hashes;
    }

    private static byte[] base64(String text) throws Malformed {
        return Strict.base64(text).orElseThrow(() -> new Malformed("a line is not in Base64"));
    }
}
