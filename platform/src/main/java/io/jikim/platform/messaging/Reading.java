package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// A record from the bus as it reads, for a consumer that takes many at once and keeps its own
/// account of what it has seen. Everybody else uses the `Inbox`.
public sealed interface Reading {

    /// A fact this version knows.
    record Known(Received received) implements Reading {}

    /// Well-formed, of a type or topic that nobody here has agreed to.
    record Unknown(Envelope envelope) implements Reading {}

    /// Not what its contract says; `why` quotes no data.
    record Unreadable(String why) implements Reading {}

    static Reading of(ConsumerRecord<String, byte[]> received) {
        return switch (CloudEvents.read(received)) {
            case CloudEvents.Reading.Illegible(var why) -> new Unreadable(why);
            case CloudEvents.Reading.Legible(var envelope) -> read(envelope, received.value());
        };
    }

    private static Reading read(Envelope envelope, byte @Nullable [] data) {
        var type = envelope.agreed();
        if (type.isEmpty()) {
            return new Unknown(envelope);
        }
        if (data == null) {
            return new Unreadable("no data");
        }
        try {
            var event = EventJson.read(type.get().event(), data);
            return new Known(new Received(envelope, event, new String(data, UTF_8)));
        } catch (Malformed e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }
}
