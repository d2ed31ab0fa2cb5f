package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jikim.contracts.EventTypes;
import io.jikim.platform.access.Tenant;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Envelope to and from Kafka headers: the binary mode of CloudEvents' Kafka binding (§3.2), where
/// extensions too have the prefix `ce_`.
class CloudEvents {

    /// What the headers of a record say.
    sealed interface Reading {
        record Legible(Envelope envelope) implements Reading {}

        record Illegible(String why) implements Reading {}
    }

    // In bytes. Subject and source stand in keys together, and a page of an index has little room.
    private static final int LONGEST = 500;
    private static final int LONGEST_IN_KEYS = 255;
    private static final Set<String> IN_KEYS = Set.of("ce_subject", "ce_source");

    private CloudEvents() {}

    static ProducerRecord<String, byte[]> write(Envelope event, String payload) {
        var stream = event.stream();
        var written = new ProducerRecord<>(stream.topic(), keyOf(stream), payload.getBytes(UTF_8));
        var headers = written.headers();
        put(headers, "content-type", "application/json");
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.id().toString());
        put(headers, "ce_type", event.type());
        put(headers, "ce_source", stream.source());
        put(headers, "ce_subject", stream.subject());
        put(headers, "ce_time", event.time().toString());
        put(headers, "ce_dataschema", event.dataschema());
        put(headers, "ce_tenant", stream.tenant());
        put(headers, "ce_epoch", Integer.toString(event.position().epoch()));
        put(headers, "ce_sequence", Long.toString(event.position().sequence()));
        var after = event.after();
        if (after != null) {
            put(headers, "ce_after", after.epoch() + "/" + after.sequence());
        }
        put(headers, "ce_correlationid", event.trail().correlation());
        var causation = event.trail().causation();
        if (causation != null) {
            put(headers, "ce_causationid", causation.toString());
        }
        put(headers, "ce_traceparent", event.trail().traceparent().toString());
        return written;
    }

    static Reading read(ConsumerRecord<String, byte[]> received) {
        var headers = received.headers();
        try {
            var id = UUID.fromString(must(headers, "ce_id"));
            var tenant = new Tenant(must(headers, "ce_tenant"));
            var source = must(headers, "ce_source");
            if (!Speakers.belong(source, received.topic())) {
                return new Reading.Illegible("its source does not speak on this topic");
            }
            return new Reading.Legible(
                    new Envelope(
                            id,
                            must(headers, "ce_type"),
                            may(headers, "ce_dataschema").orElse(""),
                            may(headers, "ce_time").map(Instant::parse).orElse(Instant.EPOCH),
                            new Stream(
                                    tenant.code(),
                                    must(headers, "ce_subject"),
                                    received.topic(),
                                    source),
                            positionIn(headers),
                            trailIn(headers, id),
                            afterIn(headers)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Reading.Illegible(e.getClass().getSimpleName());
        }
    }

    // The compacted topic keeps the last value of each key: one policy for each tenant.
    private static String keyOf(Stream stream) {
        return stream.topic().equals(EventTypes.POLICY) ? stream.tenant() : stream.subject();
    }

    // A participant from outside need not number what it says on a topic without order.
    private static Position positionIn(Headers headers) {
        return new Position(
                Integer.parseInt(may(headers, "ce_epoch").orElse("1")),
                Long.parseLong(may(headers, "ce_sequence").orElse("0")));
    }

    private static @Nullable Position afterIn(Headers headers) {
        String after = may(headers, "ce_after").orElse(null);
        if (after == null) {
            return null;
        }
        int slash = after.indexOf('/');
        return new Position(
                Integer.parseInt(after, 0, Math.max(0, slash), 10),
                Long.parseLong(after.substring(slash + 1)));
    }

    private static Trail trailIn(Headers headers, UUID id) {
        return new Trail(
                may(headers, "ce_correlationid").orElse(id.toString()),
                may(headers, "ce_causationid").map(UUID::fromString).orElse(null),
                Traceparent.of(may(headers, "ce_traceparent").orElse(null)));
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String must(Headers headers, String name) {
        return may(headers, name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static Optional<String> may(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(header -> text(name, header.value()))
                .filter(value -> !value.isBlank());
    }

    // What PostgreSQL could not store would fail for ever, even on the way to being parked.
    private static String text(String name, byte @Nullable [] value) {
        if (value == null) {
            return "";
        }
        String text = new String(value, UTF_8);
        int most = IN_KEYS.contains(name) ? LONGEST_IN_KEYS : LONGEST;
        if (value.length > most || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name);
        }
        return text;
    }
}
