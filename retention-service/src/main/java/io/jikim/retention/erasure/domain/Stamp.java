package io.jikim.retention.erasure.domain;

import java.time.Instant;

/// A certificate as issued: its text, and the signature over exactly that text.
///
/// @param json canonical JSON (RFC 8785)
/// @param digest hex SHA-256 of the text
/// @param signature Base64 Ed25519
public record Stamp(String json, String digest, String keyId, String signature, Instant at) {}
