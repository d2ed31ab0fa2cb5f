package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.util.List;

/// What a case tells the others.
public sealed interface ErasureFact {
    record Opened(Opening opening, List<ParticipantName> participants) implements ErasureFact {
        public Opened {
            participants = List.copyOf(participants);
        }
    }

    record Ordered(Opening opening, int round, List<PlanLine> lines, Instant at)
            implements ErasureFact {
        public Ordered {
            lines = List.copyOf(lines);
        }
    }

    record Overdue(Opening opening, List<ParticipantName> awaited, Instant at)
            implements ErasureFact {
        public Overdue {
            awaited = List.copyOf(awaited);
        }
    }

    /// @param digest hex SHA-256 of the certificate's canonical JSON
    record Certified(Opening opening, int revision, Level level, String digest, Instant at)
            implements ErasureFact {}
}
