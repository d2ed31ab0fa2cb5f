package io.jikim.platform.messaging;

import java.time.Instant;
import java.util.UUID;

/// What stands on the outside of an event (CloudEvents 1.0); readable also where the inside is not.
public record Envelope(
        UUID id,
        String type,
        String dataschema,
        Instant time,
        Stream stream,
        Position position,
        Trail trail) {}
