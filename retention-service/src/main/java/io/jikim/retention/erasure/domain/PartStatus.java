package io.jikim.retention.erasure.domain;

import java.util.Collection;
import java.util.Map;

/// One word for where a participant stands, for people who read a case.
public enum PartStatus {
    PENDING,
    OVERDUE,
    FAILED,
    CONTESTED,
    HELD,
    RETAINED,
    ARCHIVED,
    ERASED,
    KEPT,
    NOTHING;

    private static final Map<Outcome, PartStatus> OF =
            Map.of(
                    Outcome.HELD, HELD,
                    Outcome.RETAINED, RETAINED,
                    Outcome.ARCHIVED, ARCHIVED,
                    Outcome.ERASED, ERASED,
                    Outcome.ANONYMISED, ERASED,
                    Outcome.KEPT, KEPT);

    /// The weightiest of what the tallies say: what stays outweighs what went.
    static PartStatus of(Collection<Tally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.count() > 0)
                .map(tally -> OF.getOrDefault(tally.outcome(), NOTHING))
                .min(PartStatus::compareTo)
                .orElse(NOTHING);
    }
}
