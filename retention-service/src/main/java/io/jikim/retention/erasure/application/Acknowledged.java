package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.domain.Contest;
import io.jikim.retention.erasure.domain.Taking;
import java.util.List;

/// What became of an acknowledgement; only the first two changed anything.
public sealed interface Acknowledged {
    record Counted() implements Acknowledged {}

    /// It does not answer what was ordered: kept in sight, and owed anew.
    record Contested(List<Contest> lines) implements Acknowledged {
        public Contested {
            lines = List.copyOf(lines);
        }
    }

    record UnknownCase() implements Acknowledged {}

    /// The signature is not the participant's own.
    record Forged() implements Acknowledged {}

    /// It came when the case was not waiting for it.
    record Untimely() implements Acknowledged {}

    record Ignored(Taking.Why why) implements Acknowledged {}
}
