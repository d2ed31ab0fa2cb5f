package io.jikim.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/// When one case reached each moment of its course, by its own timestamps; the first and the last
/// are those of whoever asked.
record CaseTimes(Map<Moment, Instant> moments) {

    /// In the order in which a case passes them. ORDERED is when the order was given, ANSWERED when
    /// the last participant had carried it out, SEEN when the asker read that it is certified.
    enum Moment {
        REQUESTED,
        OPENED,
        FROZEN,
        ORDERED,
        ANSWERED,
        VERIFIED,
        INFORMED,
        CERTIFIED,
        SEEN;

        String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CaseTimes {
        moments = Map.copyOf(moments);
    }

    static CaseTimes of(Instant requested, Instant ordered, JsonNode certificate, Instant seen) {
        var moments = new EnumMap<Moment, Instant>(Moment.class);
        moments.put(Moment.REQUESTED, requested);
        moments.put(Moment.OPENED, at(certificate.path("openedAt")));
        moments.put(Moment.FROZEN, last(certificate, "frozenAt"));
        moments.put(Moment.ORDERED, ordered);
        moments.put(Moment.ANSWERED, last(certificate, "answeredAt"));
        moments.put(Moment.VERIFIED, at(certificate.at("/verification/at")));
        moments.put(Moment.INFORMED, at(certificate.at("/notice/at")));
        moments.put(Moment.CERTIFIED, at(certificate.path("issuedAt")));
        moments.put(Moment.SEEN, seen);
        return new CaseTimes(moments);
    }

    double total() {
        return between(Moment.REQUESTED, Moment.SEEN);
    }

    /// Milliseconds; below zero where the later moment came first, as an order does that is given
    /// before the last participant has said that it froze.
    double between(Moment from, Moment to) {
        return Duration.between(moment(from), moment(to)).toNanos() / 1e6;
    }

    private Instant moment(Moment moment) {
        var at = moments.get(moment);
        if (at == null) {
            throw new IllegalStateException("No " + moment);
        }
        return at;
    }

    private static Instant last(JsonNode certificate, String name) {
        return StreamSupport.stream(certificate.path("participants").spliterator(), false)
                .filter(participant -> participant.hasNonNull(name))
                .map(participant -> at(participant.path(name)))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new StoryBroken("The certificate does not say " + name));
    }

    private static Instant at(JsonNode node) {
        return Instant.parse(node.asText());
    }
}
