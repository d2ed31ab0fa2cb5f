package io.jikim.platform.messaging;

import io.jikim.contracts.EventTypes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What stands on the outside of an event (CloudEvents 1.0); readable also where the inside is not.
public record Envelope(
        UUID id,
        String type,
        String dataschema,
        Instant time,
        Stream stream,
        Position position,
        Trail trail) {

    /// Its type, if anybody here has agreed to it: a known fact on a foreign topic is nothing that
    /// its reader has agreed to.
    Optional<EventTypes.EventType> agreed() {
        return EventTypes.named(type).filter(known -> known.topic().equals(stream.topic()));
    }
}
