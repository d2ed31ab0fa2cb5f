package io.jikim.retention.erasure.domain;

/// What a case makes of an acknowledgement: late, doubled and foreign ones change nothing.
public sealed interface Taking {
    record Taken(Erasure.Ordered erasure) implements Taking {}

    record Ignored(Why why) implements Taking {}

    /// Why an acknowledgement changes nothing.
    enum Why {
        UNKNOWN_PARTICIPANT,
        OTHER_ROUND,
        ALREADY_ANSWERED
    }
}
