package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ErasureId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known about a record in the archive without opening it.
///
/// @param basis code of the legal basis
/// @param destroyedAt when it was destroyed; null while it stands
public record ArchivedRecord(
        UUID record,
        ErasureId erasure,
        Category category,
        String basis,
        LocalDate legalEvent,
        LocalDate until,
        @Nullable Instant destroyedAt) {}
