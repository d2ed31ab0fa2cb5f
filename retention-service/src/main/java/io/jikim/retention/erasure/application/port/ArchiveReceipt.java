package io.jikim.retention.erasure.application.port;

import java.time.LocalDate;
import java.util.UUID;

/// The archive's answer to one deposit.
public sealed interface ArchiveReceipt {
    /// It stands in the archive.
    ///
    /// @param digest hex SHA-256 of the canonical fields as read back from the archive
    record Kept(UUID record, LocalDate until, String digest) implements ArchiveReceipt {}

    /// Its period ended before today: the law keeps it no longer, so it is not taken.
    record PeriodOver(LocalDate ended) implements ArchiveReceipt {}
}
