package io.jikim.retention.systems.application.port;

import io.jikim.retention.erasure.application.port.SystemOrder;
import io.jikim.retention.erasure.application.port.SystemOutcome;
import io.jikim.retention.erasure.domain.PlanLine;
import java.util.List;
import java.util.Optional;

/// What was done in a connected system, by erasure and round: written before the system commits, so
/// that no crash leaves a destruction without its outcome.
public interface SystemRuns {
    /// An outcome and the transaction of the operator's database that makes it true.
    record Run(String transaction, boolean done, SystemOutcome.Done outcome) {}

    Optional<Run> find(String system, SystemOrder order);

    /// The outcome that holds if `transaction` commits; replaces what was prepared before.
    void prepare(String system, SystemOrder order, String transaction, SystemOutcome.Done outcome);

    void done(String system, SystemOrder order);

    /// What earlier rounds of the case ordered to go.
    List<PlanLine> earlier(String system, SystemOrder order);
}
