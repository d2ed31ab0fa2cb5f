package io.jikim.retention.erasure.domain;

import java.util.Set;

/// An internal service of the tenant that takes part over Kafka.
///
/// @param publicKey Base64 of the DER SubjectPublicKeyInfo of its Ed25519 key
/// @param categories what it says to hold
public record Participant(ParticipantName name, String publicKey, Set<Category> categories) {
    public Participant {
        categories = Set.copyOf(categories);
    }
}
