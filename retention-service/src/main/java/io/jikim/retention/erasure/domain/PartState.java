package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.List;

/// Where a participant stands in the current round of a case.
public sealed interface PartState {
    /// It owes an answer.
    record Pending() implements PartState {}

    /// It owes an answer, and the deadline is over.
    record Overdue(Instant since) implements PartState {}

    /// It tried and could not.
    ///
    /// @param reason a code, never data of the person
    record Failed(String reason, Instant at) implements PartState {}

    /// It answered something else than it was ordered; it has to answer again, and nobody certifies
    /// before.
    ///
    /// @param lines what is contested of its newest answer
    /// @param accepted the rest of that answer
    record Contested(List<Contest> lines, Answer accepted, Instant at) implements PartState {
        public Contested {
            lines = List.copyOf(lines);
        }

        /// Contested categories of which the next answer must not be silent.
        List<Contest> unanswered(Answer next) {
            return lines.stream()
                    .filter(line -> line.category() != null)
                    .filter(line -> !line.objection().isMendedBySilence())
                    .filter(line ->
                            next.tallies().stream()
                                    .noneMatch(t -> t.category().equals(line.category())))
                    .map(line ->
                            new Contest(
                                    line.round(),
                                    line.category(),
                                    null,
                                    line.count(),
                                    Objection.UNANSWERED))
                    .distinct()
                    .toList();
        }
    }

    /// It has answered this round.
    record Settled(Instant at) implements PartState {}
}
