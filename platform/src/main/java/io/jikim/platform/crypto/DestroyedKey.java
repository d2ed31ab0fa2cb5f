package io.jikim.platform.crypto;

import java.time.Instant;
import java.util.UUID;

/// Evidence that a data key is gone.
///
/// `commitment` is the SHA-256, in hex, of the key as it was wrapped at its creation: it was
/// written down while the key lived and tells nothing about it.
public record DestroyedKey(UUID keyId, String commitment, Instant at) {}
