package io.jikim.platform.messaging;

import io.jikim.contracts.EventTypes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands on the outside of an event (CloudEvents 1.0); readable also where the inside is not.
///
/// The first event of a stream in a new epoch names the last one that its speaker knows of it:
/// `after`, without which what is missing at the end of an epoch would not be missed.
public record Envelope(
        UUID id,
        String type,
        String dataschema,
        Instant time,
        Stream stream,
        Position position,
        Trail trail,
        @Nullable Position after) {

    Envelope(
            UUID id,
            String type,
            String dataschema,
            Instant time,
            Stream stream,
            Position position,
            Trail trail) {
        this(id, type, dataschema, time, stream, position, trail, null);
    }

    /// Its type, if anybody here has agreed to it: a known fact on a foreign topic is nothing that
    /// its reader has agreed to.
    Optional<EventTypes.EventType> agreed() {
        return EventTypes.named(type).filter(known -> known.topic().equals(stream.topic()));
    }
}
