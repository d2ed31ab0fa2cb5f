package io.jikim.retention.erasure.domain;

import java.util.List;

/// What a case makes of an acknowledgement: late, doubled and foreign ones change nothing.
public sealed interface Taking {
    /// @param contested what of the answer is contested; the participant has to answer again
    record Taken(Erasure.Ordered erasure, List<Contest> contested) implements Taking {
        public Taken {
            contested = List.copyOf(contested);
        }
    }

    record Ignored(Why why) implements Taking {}

    /// Why an acknowledgement changes nothing.
    enum Why {
        UNKNOWN_PARTICIPANT,
        OTHER_ROUND,
        ALREADY_ANSWERED
    }
}
