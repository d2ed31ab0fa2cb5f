package io.jikim.identity.verification.domain;

import java.time.Instant;

/// Where a verification stands.
public sealed interface State {

    record Pending() implements State {}

    record Verified(Instant at) implements State {}

    /// Too many wrong codes.
    record Locked(Instant at) implements State {}

    /// Out of time, or a newer one took its place.
    record Expired(Instant at) implements State {}
}
