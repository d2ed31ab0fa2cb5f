package io.jikim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A case has passed its deadline; `participants` are those who still owe an answer.
public record ErasureOverdue(
        UUID caseId, UUID subjectRef, List<String> participants, Instant deadline, Instant at)
        implements Event {

    public ErasureOverdue {
        participants = List.copyOf(participants);
    }

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
