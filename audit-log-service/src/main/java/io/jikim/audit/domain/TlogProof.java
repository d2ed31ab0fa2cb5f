package io.jikim.audit.domain;

import java.util.Base64;
import java.util.List;

/// That an entry stands in the log, as one file that needs nothing beside it but the log's key
/// (C2SP tlog-proof). The leaf travels with it as extra data: whoever hashes it has what the proof
/// is about.
public record TlogProof(String leaf, long index, List<Hash> hashes, String checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1\n";

    public TlogProof {
        hashes = List.copyOf(hashes);
    }

    /// To be kept in a file whose name ends with `.tlog-proof`.
    public String text() {
        var text = new StringBuilder(FIRST_LINE);
        text.append("extra ").append(leaf).append("\nindex ").append(index).append('\n');
        hashes.forEach(
                hash -> text.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
