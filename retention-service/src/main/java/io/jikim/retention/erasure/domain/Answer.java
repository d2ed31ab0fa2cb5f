package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a participant says that it has done in a round, and what it can show for it.
///
/// @param level how far destruction is proven; null where the participant named none that exists
/// @param proofs commitments and digests, such as `key:<id>:<sha256>`
/// @param at when it was given; of who answers over the wire, when we heard it
public record Answer(
        int round,
        List<Tally> tallies,
        @Nullable Level level,
        List<String> proofs,
        List<Residue> residues,
        Instant at) {
    public Answer {
        tallies = List.copyOf(tallies);
        proofs = List.copyOf(proofs);
        residues = List.copyOf(residues);
    }

    /// The same answer, heard at this moment.
    public Answer heard(Instant now) {
        return new Answer(round, tallies, level, proofs, residues, now);
    }

    /// The level, or none where it names one that nobody knows.
    Level proven() {
        return level == null ? Level.L0 : level;
    }

    boolean hasDestroyed() {
        return tallies.stream().anyMatch(Tally::isDestruction);
    }

    /// The same answer, counting only these lines; a level that nobody knows proves nothing.
    Answer of(List<Tally> counted) {
        return new Answer(round, counted, proven(), proofs, residues, at);
    }

    private boolean speaksOf(Category category) {
        return tallies.stream()
                .anyMatch(tally -> tally.count() > 0 && tally.category().equals(category));
    }

    /// This answer together with what an earlier try of the same round has shown and this one
    /// counts nothing of: whoever mends one line need not say the others again, and what is gone is
    /// found by no second try.
    Answer after(Answer earlier) {
        var more = earlier.tallies().stream().filter(tally -> !speaksOf(tally.category())).toList();
        var destroyed = more.stream().anyMatch(Tally::isDestruction);
        return new Answer(
                round,
                Stream.concat(more.stream(), tallies.stream()).toList(),
                destroyed ? proven().lowest(earlier.proven()) : level,
                Stream.concat(earlier.proofs().stream(), proofs.stream()).distinct().toList(),
                residues.isEmpty() ? earlier.residues() : residues,
                at);
    }
}
