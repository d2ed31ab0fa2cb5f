package io.jikim.contracts;

import java.time.Instant;
import java.util.UUID;

/// An archived record has been destroyed when its period was over.
public record RecordDestroyed(
        UUID recordId, UUID caseId, UUID subjectRef, String category, Instant at) implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
