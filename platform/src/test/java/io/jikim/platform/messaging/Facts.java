package io.jikim.platform.messaging;

import io.jikim.contracts.ConsentGiven;
import java.time.Instant;
import java.util.UUID;

/// Facts to tell.
class Facts {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

    private Facts() {}

    static ConsentGiven given(UUID subject, String purpose) {
        return new ConsentGiven(UUID.randomUUID(), subject, purpose, 1, "digest", NOON);
    }
}
