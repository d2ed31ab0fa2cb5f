package io.jikim.identity.people.domain;

import java.time.Instant;

/// Whether a person's data may be used.
public sealed interface Standing {

    record Active() implements Standing {}

    /// Processing has stopped for this case; nobody reads the data any more.
    record Frozen(CaseId by, Instant since) implements Standing {}
}
