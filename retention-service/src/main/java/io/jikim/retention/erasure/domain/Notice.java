package io.jikim.retention.erasure.domain;

import java.time.Instant;

/// Whether the person was told the result (PIPA Art. 36(2), 37(4)).
public sealed interface Notice {
    record Sent(Instant at) implements Notice {}

    /// Nobody to tell: the case was given no address.
    record NoAddress(Instant at) implements Notice {}

    /// The mail server says for good that nobody has this address.
    ///
    /// @param reply the numbers of its reply, such as `550 5.1.1`; never its words, which may quote
    ///   the address
    record Undeliverable(Instant at, String reply) implements Notice {}
}
