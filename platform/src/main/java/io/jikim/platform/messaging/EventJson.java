package io.jikim.platform.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jikim.contracts.Event;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The data of an event as JSON. Its own mapper: a service that tunes its REST answers must not
/// change what is said on the bus.
class EventJson {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    private EventJson() {}

    static String write(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("No JSON for " + event.getClass(), e);
        }
    }

    static <E extends Event> E read(Class<E> type, byte @Nullable [] data) {
        if (data == null) {
            throw new Malformed("no data");
        }
        try {
            return Complete.orMalformed(JSON.readValue(data, type));
        } catch (IOException e) {
            throw new Malformed(placeOf(e));
        }
    }

    // Jackson's own message quotes the value.
    private static String placeOf(IOException e) {
        String place =
                e instanceof JsonMappingException mapping
                        ? mapping.getPath().stream()
                                .map(at -> at.getFieldName() == null ? "[]" : at.getFieldName())
                                .collect(Collectors.joining("."))
                        : "";
        return e.getClass().getSimpleName() + (place.isEmpty() ? "" : " at " + place);
    }
}
