package io.jikim.retention.erasure.domain;

/// What becomes known of a hold.
public sealed interface HoldFact {
    record Placed(Hold hold) implements HoldFact {}

    record Released(Hold hold) implements HoldFact {}
}
