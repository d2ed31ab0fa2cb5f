package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One participant's share of a case: where it stands, and what it has done over all rounds.
///
/// @param frozenAt when it said that reads of the person are refused
/// @param done what became of its data, the newest word per category
/// @param earlier what it had done before this round; null in the first
/// @param against what it says to have destroyed against its orders: no better answer undoes it
public record Part(
        ParticipantName participant,
        @Nullable Instant frozenAt,
        PartState state,
        Done done,
        @Nullable Done earlier,
        List<Contest> against) {

    @SuppressWarnings("RedundantNullCheck") // cases stored before answers were compared have none
    public Part {
        against = against == null ? List.of() : List.copyOf(against);
    }

    /// What a participant has done so far.
    public record Done(
            List<Tally> tallies, Level level, List<String> proofs, List<Residue> residues) {
        static final Done NOTHING = new Done(List.of(), Level.L4, List.of(), List.of());

        public Done {
            tallies = List.copyOf(tallies);
            proofs = List.copyOf(proofs);
            residues = List.copyOf(residues);
        }

        /// A later round replaces what was said as held, and what is said again to stay; everything
        /// else adds up, and the weakest level of what was destroyed counts.
        Done and(Answer answer, Set<Category> released) {
            var still = tallies.stream().filter(tally -> !isReplaced(tally, answer, released));
            return new Done(
                    Stream.concat(still, answer.tallies().stream()).toList(),
                    answer.hasDestroyed() ? level.lowest(answer.proven()) : level,
                    Stream.concat(proofs.stream(), answer.proofs().stream()).distinct().toList(),
                    answer.residues().isEmpty() ? residues : answer.residues());
        }

        private static boolean isReplaced(Tally tally, Answer answer, Set<Category> released) {
            return switch (tally.outcome()) {
                case HELD -> released.contains(tally.category()) || saysAgain(answer, tally);
                case RETAINED, KEPT -> saysAgain(answer, tally);
                case ERASED, ANONYMISED, ARCHIVED -> false;
            };
        }

        private static boolean saysAgain(Answer answer, Tally tally) {
            return answer.tallies().stream()
                    .anyMatch(later ->
                            later.category().equals(tally.category())
                                    && later.outcome() == tally.outcome());
        }
    }

    public static Part pending(ParticipantName participant) {
        return new Part(participant, null, new PartState.Pending(), Done.NOTHING, null, List.of());
    }

    public PartStatus status() {
        return switch (state) {
            case PartState.Pending _ -> PartStatus.PENDING;
            case PartState.Overdue _ -> PartStatus.OVERDUE;
            case PartState.Failed _ -> PartStatus.FAILED;
            case PartState.Contested _ -> PartStatus.CONTESTED;
            case PartState.Settled _ -> PartStatus.of(done.tallies());
        };
    }

    public boolean isSettled() {
        return state instanceof PartState.Settled;
    }

    /// How far the destruction of its data is proven: not at all where nothing was destroyed or
    /// something is held.
    public Level level() {
        return isSettled() && hasDestroyed() && heldCategories().isEmpty()
                ? done.level()
                : Level.L0;
    }

    /// Where copies of what it destroyed may still lie; rows that were only deleted leave some
    /// everywhere, also when the participant does not say so.
    public List<Residue> residues() {
        return done.residues().isEmpty() && hasDestroyed() && done.level().compareTo(Level.L1) <= 0
                ? Residue.OF_DELETED_ROWS
                : done.residues();
    }

    boolean hasDestroyed() {
        return done.tallies().stream().anyMatch(Tally::isDestruction);
    }

    Part frozen(Instant at) {
        return frozenAt == null ? new Part(participant, at, state, done, earlier, against) : this;
    }

    /// A participant that failed after its answer says the same again: only what earlier rounds did
    /// is added to.
    Part answered(Answer answer, Set<Category> released) {
        var before = earlier == null ? Done.NOTHING : earlier;
        return in(new PartState.Settled(answer.at()), before.and(answer, released));
    }

    /// What counts of an answer, and whether it settles the round.
    Part judged(Orders orders, Answer answer, Set<Category> released) {
        var contestedBefore = state instanceof PartState.Contested contested ? contested : null;
        var judgement = orders.judge(answer);
        var lines = new ArrayList<>(judgement.contested());
        var accepted = judgement.accepted();
        if (contestedBefore != null) {
            lines.addAll(contestedBefore.unanswered(answer));
            accepted = accepted.after(contestedBefore.accepted());
        }
        var counted = answered(accepted, released);
        return lines.isEmpty() ? counted : counted.contested(lines, accepted, answer.at());
    }

    private Part contested(List<Contest> lines, Answer accepted, Instant at) {
        var lasting =
                Stream.concat(
                                against.stream(),
                                lines.stream().filter(line -> line.objection().isLasting()))
                        .distinct()
                        .toList();
        return new Part(
                participant,
                frozenAt,
                new PartState.Contested(lines, accepted, at),
                done,
                earlier,
                lasting);
    }

    /// What is contested of its newest answer.
    public List<Contest> contested() {
        return state instanceof PartState.Contested(var lines, _, _) ? lines : List.of();
    }

    Part failed(String reason, Instant at) {
        return in(new PartState.Failed(reason, at), done);
    }

    Part overdue(Instant since) {
        return isSettled()
                        || state instanceof PartState.Overdue
                        || state instanceof PartState.Contested
                ? this
                : in(new PartState.Overdue(since), done);
    }

    /// The next round: what was done so far stands, and is added to.
    Part again() {
        return new Part(participant, frozenAt, new PartState.Pending(), done, done, against);
    }

    /// Categories of which it left records untouched under a hold.
    public Set<Category> heldCategories() {
        return done.tallies().stream()
                .filter(tally -> tally.outcome() == Outcome.HELD && tally.count() > 0)
                .map(Tally::category)
                .collect(Collectors.toSet());
    }

    private Part in(PartState next, Done now) {
        return new Part(participant, frozenAt, next, now, earlier, against);
    }
}
