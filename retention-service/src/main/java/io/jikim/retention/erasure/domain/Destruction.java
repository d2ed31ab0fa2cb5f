package io.jikim.retention.erasure.domain;

import java.time.Instant;

/// The end of a key.
///
/// @param commitment hex SHA-256 of the wrapped key at its creation
public record Destruction(String keyId, String commitment, Instant at) {}
