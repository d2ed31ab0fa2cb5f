package io.jikim.identity.people.domain;

import java.util.Optional;

/// One thing that an erasure case asks of us: once per case, round and step.
public record ErasureTask(
        Id id, SubjectRef ref, Scope scope, boolean deposited, Optional<ErasureOrder> order) {

    /// `round` is 0 for what comes before the first order.
    public record Id(CaseId caseId, int round, Step step) {}

    /// Data and account are two ways that do not wait for each other.
    public enum Step {
        FREEZE_DATA,
        ERASE_DATA,
        BLOCK_ACCOUNT,
        DELETE_ACCOUNT
    }

    public static ErasureTask freezing(CaseId caseId, SubjectRef ref, Scope scope, Step step) {
        return new ErasureTask(new Id(caseId, 0, step), ref, scope, false, Optional.empty());
    }

    public static ErasureTask ordered(
            CaseId caseId, SubjectRef ref, ErasureOrder order, Step step) {
        return new ErasureTask(
                new Id(caseId, order.round(), step), ref, order.scope(), false, Optional.of(order));
    }
}
