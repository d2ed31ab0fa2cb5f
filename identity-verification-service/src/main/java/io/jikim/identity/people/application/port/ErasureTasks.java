package io.jikim.identity.people.application.port;

import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ErasureTask;
import java.time.Instant;
import java.util.Optional;

/// What this service still owes to erasure cases, in the order in which it became due.
public interface ErasureTasks {

    /// A task that is known already changes nothing.
    void add(ErasureTask task, Instant at);

    /// When the case says that it was opened.
    void opened(CaseId caseId, Instant at);

    /// When the case was opened, or else when we first heard of it.
    Instant openedAt(CaseId caseId);

    /// Takes the task for a while, so that nobody else does it at the same time; empty where it is
    /// done, taken, or an earlier task about the same person's data (or account) has to come first.
    Optional<ErasureTask> claim(ErasureTask.Id id, Instant now);

    /// retention-service has the identifiers (of a freezing) or what the law keeps (of an order);
    /// they need not be read again.
    void deposited(ErasureTask.Id id);

    void done(ErasureTask.Id id, Instant at);

    /// Gives the task back, to be tried again, later with every failure.
    void postpone(ErasureTask.Id id, Instant now);
}
