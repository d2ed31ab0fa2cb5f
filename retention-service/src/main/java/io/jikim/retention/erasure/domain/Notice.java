package io.jikim.retention.erasure.domain;

import java.time.Instant;

/// Whether the person was told the result (PIPA Art. 36(2), 37(4)).
public sealed interface Notice {
    record Sent(Instant at) implements Notice {}

    /// Nobody to tell: the case was given no address.
    record NoAddress(Instant at) implements Notice {}
}
