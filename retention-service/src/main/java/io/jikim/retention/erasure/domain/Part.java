package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One participant's share of a case: where it stands, and what it has done over all rounds.
///
/// @param frozenAt when it said that reads of the person are refused
/// @param done what became of its data, the newest word per category
public record Part(
        ParticipantName participant, @Nullable Instant frozenAt, PartState state, Done done) {

    /// What a participant has done so far.
    public record Done(
            List<Tally> tallies, Level level, List<String> proofs, List<Residue> residues) {
        static final Done NOTHING = new Done(List.of(), Level.L4, List.of(), List.of());

        public Done {
            tallies = List.copyOf(tallies);
            proofs = List.copyOf(proofs);
            residues = List.copyOf(residues);
        }

        /// A later answer replaces what was said as held; everything else adds up, and the weaker
        /// level counts.
        Done and(Answer answer, Set<Category> released) {
            var still =
                    tallies.stream()
                            .filter(tally ->
                                    tally.outcome() != Outcome.HELD
                                            || !released.contains(tally.category()));
            return new Done(
                    Stream.concat(still, answer.tallies().stream()).toList(),
                    level.lowest(answer.level()),
                    Stream.concat(proofs.stream(), answer.proofs().stream()).distinct().toList(),
                    answer.residues().isEmpty() ? residues : answer.residues());
        }
    }

    public static Part pending(ParticipantName participant) {
        return new Part(participant, null, new PartState.Pending(), Done.NOTHING);
    }

    public PartStatus status() {
        return switch (state) {
            case PartState.Pending _ -> PartStatus.PENDING;
            case PartState.Overdue _ -> PartStatus.OVERDUE;
            case PartState.Failed _ -> PartStatus.FAILED;
            case PartState.Settled _ -> PartStatus.of(done.tallies());
        };
    }

    public boolean isSettled() {
        return state instanceof PartState.Settled;
    }

    boolean hasDestroyed() {
        return done.tallies().stream()
                .anyMatch(tally -> tally.count() > 0 && tally.outcome().isDestruction());
    }

    Part frozen(Instant at) {
        return frozenAt == null ? new Part(participant, at, state, done) : this;
    }

    Part answered(Answer answer, Set<Category> released) {
        return in(new PartState.Settled(answer.at()), done.and(answer, released));
    }

    Part failed(String reason, Instant at) {
        return in(new PartState.Failed(reason, at), done);
    }

    Part overdue(Instant since) {
        return isSettled() || state instanceof PartState.Overdue
                ? this
                : in(new PartState.Overdue(since), done);
    }

    Part again() {
        return in(new PartState.Pending(), done);
    }

    Set<Category> heldCategories() {
        return done.tallies().stream()
                .filter(tally -> tally.outcome() == Outcome.HELD && tally.count() > 0)
                .map(Tally::category)
                .collect(Collectors.toSet());
    }

    private Part in(PartState next, Done now) {
        return new Part(participant, frozenAt, next, now);
    }
}
