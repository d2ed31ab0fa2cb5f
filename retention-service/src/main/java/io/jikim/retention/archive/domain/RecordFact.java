package io.jikim.retention.archive.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// What happened to a record of the archive.
public sealed interface RecordFact {
    RecordRef record();

    /// It stands in the archive under `basis` until `until`.
    record Archived(RecordRef record, String basis, LocalDate until) implements RecordFact {}

    /// It and its key are destroyed.
    record Destroyed(RecordRef record, Instant at) implements RecordFact {}

    /// Which record, of whom, from which erasure.
    record RecordRef(UUID id, UUID erasure, UUID subject, String category) {}
}
