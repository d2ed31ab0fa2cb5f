package io.jikim.retention.erasure.application.port;

import java.util.Optional;
import java.util.UUID;

/// Proofs from the audit log that an event stands in it.
public interface LogProofs {
    /// JSON of entry, proof and checkpoint as the audit log gives it; empty while the event has no
    /// place yet or the log is away.
    Optional<String> find(UUID event);
}
