package io.jikim.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A record stands in the separate archive database until `until`, under `basis`.
public record RecordArchived(
        UUID recordId,
        UUID caseId,
        UUID subjectRef,
        String category,
        String basis,
        LocalDate until,
        Instant at)
        implements Event {

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
