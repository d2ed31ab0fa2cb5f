package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A record that the archive destroyed at the end of its period.
///
/// @param keyCommitment hex SHA-256 of the wrapped key at its creation
public record DestroyedRecord(
        UUID record,
        ErasureId erasure,
        SubjectId subject,
        Category category,
        LocalDate until,
        Instant at,
        String keyCommitment) {}
