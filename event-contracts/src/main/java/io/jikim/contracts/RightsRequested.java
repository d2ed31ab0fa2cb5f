package io.jikim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A data subject has used a right; `items` are codes, `dueAt` the end of the statutory time to
/// answer.
public record RightsRequested(
        UUID requestId, UUID subjectRef, Right right, List<String> items, Instant at, Instant dueAt)
        implements Event {

    public RightsRequested {
        items = List.copyOf(items);
    }

    /// The rights of PIPA Art. 35-37.
    public enum Right {
        ACCESS,
        CORRECTION,
        ERASURE,
        SUSPENSION
    }

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
