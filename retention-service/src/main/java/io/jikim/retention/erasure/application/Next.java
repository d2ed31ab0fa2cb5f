package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.SystemName;
import java.util.List;

/// What a case needs next that cannot be done inside its transaction.
public sealed interface Next {
    /// Nothing: others have to act first, or it is done.
    record Wait() implements Next {}

    /// These connected systems have to carry out the order.
    record Systems(List<SystemName> names) implements Next {
        public Systems {
            names = List.copyOf(names);
        }
    }

    /// Everybody has answered: look whether it is true.
    record Sweep() implements Next {}

    /// The person has to be told.
    record Inform() implements Next {}

    /// The certificate has to be issued.
    record Certify() implements Next {}
}
