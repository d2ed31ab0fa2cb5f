package io.jikim.retention.erasure.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is going to be certified of a case.
///
/// @param previousDigest digest of the revision before; null for the first
/// @param identifiers the end of the key that sealed the person's identifiers; null while a hold
///   still needs them
public record Certificate(
        Erasure.Certified erasure,
        @Nullable String previousDigest,
        @Nullable Destruction identifiers,
        Instant issuedAt) {
    public int revision() {
        return erasure.course().revision();
    }

    /// The lowest level of all who destroyed or hold something: a chain is as strong as its weakest
    /// link.
    public Level level() {
        return erasure.parts().level();
    }

    /// Whether nothing is left under a hold, and nobody says to have destroyed anything against its
    /// orders.
    public boolean isComplete() {
        return erasure.held().isEmpty()
                && !erasure.parts().isAgainstOrders()
                && erasure.parts().isSettled();
    }
}
