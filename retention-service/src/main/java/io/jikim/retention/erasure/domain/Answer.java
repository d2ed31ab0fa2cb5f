package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a participant says that it has done in a round, and what it can show for it.
///
/// @param proofs commitments and digests, such as `key:<id>:<sha256>`
public record Answer(
        int round,
        List<Tally> tallies,
        Level level,
        List<String> proofs,
        List<Residue> residues,
        Instant at) {
    public Answer {
        tallies = List.copyOf(tallies);
        proofs = List.copyOf(proofs);
        residues = List.copyOf(residues);
    }

    boolean hasDestroyed() {
        return tallies.stream().anyMatch(Tally::isDestruction);
    }

    /// A participant cannot invent a hold: what it says to be held without one is retained on its
    /// own account, or the case would order the same again for ever.
    Answer believing(Set<Category> held) {
        return new Answer(
                round,
                tallies.stream().map(tally -> tally.believing(held)).toList(),
                level,
                proofs,
                residues,
                at);
    }
}
