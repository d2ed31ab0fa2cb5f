package io.jikim.audit.application.port;

import io.jikim.audit.domain.Hash;
import java.util.List;
import java.util.Optional;

/// Who outside of this installation cosigns the log's heads (C2SP tlog-witness).
public interface Witnesses {

    /// Their names, as they stand in their cosignatures. Empty where nobody was asked to witness.
    List<String> names();

    /// @param old the size that it knows, as far as we know
    /// @param proof that the head goes on from there; empty for a size of 0
    Answer cosign(String witness, long old, List<Hash> proof, String note);

    /// The newest note of this log that it has. Empty if it shows none.
    Optional<String> newest(String witness);

    sealed interface Answer {
        /// The signature line, checked, ended by a newline.
        record Cosigned(String line) implements Answer {}

        /// It knows another size than the old one.
        record Knows(long size) implements Answer {}

        /// It does not see its own head as the beginning of this one.
        record Refused() implements Answer {}

        /// It cannot be asked, or answers nothing of the kind.
        record Away(String why) implements Answer {}
    }
}
