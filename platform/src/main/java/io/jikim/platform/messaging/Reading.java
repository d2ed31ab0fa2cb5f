package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// A record from the bus as it reads, for a consumer that takes many at once and keeps its own
/// account of what it has seen. Everybody else uses the `Inbox`.
public sealed interface Reading {

    /// A fact this version knows.
    record Known(Received received) implements Reading {}

    /// Well-formed, of a type or topic that nobody here has agreed to.
    record Unknown(Envelope envelope) implements Reading {}

    /// No fact: how far its speaker has come on the topic.
    record Beat(Heartbeat heartbeat) implements Reading {}

    /// Not what its contract says; `why` quotes no data. The envelope is there where that much
    /// could be read.
    record Unreadable(String why, @Nullable Envelope envelope) implements Reading {}

    static Reading of(ConsumerRecord<String, byte[]> received) {
        return switch (CloudEvents.read(received)) {
            case CloudEvents.Reading.Illegible(var why) -> new Unreadable(why, null);
            case CloudEvents.Reading.Legible(var envelope) -> read(envelope, received.value());
        };
    }

    /// What stands on its outside, where that can be read.
    default Optional<Envelope> outside() {
        return switch (this) {
            case Known(var received) -> Optional.of(received.envelope());
            case Unknown(var envelope) -> Optional.of(envelope);
            case Beat _ -> Optional.empty();
            case Unreadable(_, var envelope) -> Optional.ofNullable(envelope);
        };
    }

    private static Reading read(Envelope envelope, byte @Nullable [] data) {
        if (Heartbeat.is(envelope)) {
            return beat(envelope, data);
        }
        var type = envelope.agreed();
        if (type.isEmpty()) {
            return new Unknown(envelope);
        }
        if (data == null) {
            return new Unreadable("no data", envelope);
        }
        try {
            var event = EventJson.read(type.get().event(), data);
            return new Known(new Received(envelope, event, new String(data, UTF_8)));
        } catch (Malformed e) {
            return new Unreadable(String.valueOf(e.getMessage()), envelope);
        }
    }

    private static Reading beat(Envelope envelope, byte @Nullable [] data) {
        try {
            return new Beat(Heartbeat.read(envelope, data));
        } catch (Malformed e) {
            return new Unreadable(String.valueOf(e.getMessage()), envelope);
        }
    }
}
