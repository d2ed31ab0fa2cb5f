package io.jikim.identity.people.domain;

import java.time.LocalDate;

/// One item that a law keeps after it has left here, and the day from which its period runs.
public record ArchiveRecord(
        SubjectRef ref, HeldItem item, String basis, LocalDate legalEvent, ItemValue value) {

    /// What the archive knows the record by: handing it over twice is handing it over once.
    public String key() {
        return ref + "/" + item.code();
    }

    @Override
    public String toString() {
        return "ArchiveRecord[" + key() + "]";
    }
}
