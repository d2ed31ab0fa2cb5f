package io.jikim.retention.erasure.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// An archived record of a case that was destroyed when its period ended.
///
/// @param keyCommitment hex SHA-256 of the wrapped key at its creation
public record Expiry(
        UUID record, Category category, LocalDate until, Instant at, String keyCommitment) {}
