package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jikim.contracts.EventTypes;
import io.jikim.platform.access.Tenant;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a speaker has come on a topic, said there, behind all that it speaks of: whoever reads
/// it without having read every number that it names misses one (docs/adr/024).
public record Heartbeat(String source, String topic, List<Reached> streams) {

    static final String TYPE = "io.jikim.heartbeat.v1";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    public Heartbeat {
        streams = List.copyOf(streams);
    }

    /// The broker has all numbers of a stream in this epoch that are greater than `after`, up to
    /// `last`.
    public record Reached(String tenant, String subject, int epoch, long after, long last) {

        private static final long LARGEST = 1L << 53;
        private static final int LONGEST_SUBJECT = 255;

        private boolean isPossible() {
            return Tenant.isCode(tenant)
                    && subject.getBytes(UTF_8).length <= LONGEST_SUBJECT
                    && subject.chars().noneMatch(Character::isISOControl)
                    && epoch > 0
                    && after >= 0
                    && after <= last
                    && last < LARGEST;
        }
    }

    record Said(List<Reached> streams) {}

    /// Who looked at whose data has one reader, who is to miss nothing. The other topics have
    /// readers that keep order, and notice by themselves.
    static boolean isOn(String topic) {
        return topic.equals(EventTypes.ACCESS_RECORDS);
    }

    static boolean is(Envelope envelope) {
        return envelope.type().equals(TYPE) && isOn(envelope.stream().topic());
    }

    static Heartbeat read(Envelope envelope, byte @Nullable [] data) {
        if (data == null) {
            throw new Malformed("no data");
        }
        try {
            var said = Complete.orMalformed(JSON.readValue(data, Said.class));
            if (!said.streams().stream().allMatch(Reached::isPossible)) {
                throw new Malformed("no such number");
            }
            var stream = envelope.stream();
            return new Heartbeat(stream.source(), stream.topic(), said.streams());
        } catch (IOException e) {
            throw new Malformed(e.getClass().getSimpleName());
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(new Said(streams));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
