package io.jikim.retention.erasure.domain;

import java.time.Instant;

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

    /// It has answered this round.
    record Settled(Instant at) implements PartState {}
}
