package io.jikim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An erasure case is open: freeze this person's data now. `purpose` is the purpose withdrawn, or
/// null for a membership.
public record ErasureOpened(
        UUID caseId,
        UUID subjectRef,
        Scope scope,
        @Nullable String purpose,
        List<String> participants,
        Instant at,
        Instant deadline)
        implements Event {

    public ErasureOpened {
        participants = List.copyOf(participants);
    }

    /// How much of a person's data a case is about.
    public enum Scope {
        MEMBERSHIP,
        PURPOSE
    }

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
