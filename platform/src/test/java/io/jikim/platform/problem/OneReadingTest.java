package io.jikim.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneReadingTest {

    private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    record Said(
            @Nullable String text,
            @Nullable Map<String, String> texts,
            @Nullable LocalDate date,
            @Nullable Instant time,
            @Nullable DayOfWeek name,
            @Nullable UUID id,
            int number,
            boolean yes) {}

    @BeforeEach
    void read_as_a_service_does() {
        new OneReading().customize(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":5}",
                "{\"text\":5.5}",
                "{\"text\":true}",
                "{\"texts\":{\"a\":5}}",
                "{\"texts\":{\"a\":\"b\",\"a\":\"c\"}}",
                "{\"text\":\"a\",\"text\":\"a\"}",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\"}]",
                "{\"date\":20000}",
                "{\"date\":\"2026-02-30\"}",
                "{\"date\":\"2026-03-01T00:00:00Z\"}",
                "{\"time\":1790000000}",
                "{\"time\":1790000000.5}",
                "{\"time\":\"1790000000\"}",
                "{\"name\":0}",
                "{\"name\":\"0\"}",
                "{\"name\":\"\"}",
                "{\"id\":5}",
                "{\"number\":\"5\"}",
                "{\"number\":5.5}",
                "{\"number\":\"\"}",
                "{\"yes\":\"true\"}",
                "{\"yes\":1}",
                "{\"yes\":\"\"}"
            })
    void a_body_that_could_be_read_in_two_ways_is_not_read(String body) {
        assertThatThrownBy(() -> json.readValue(body, Said.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void a_body_that_says_what_it_means_is_read() throws Exception {
        var id = "0b2c9f0e-6d0f-4b56-8d7d-8c8f5c7b2a10";
        var body =
                """
                {"text":"5","texts":{"a":"b"},"date":"2026-03-01","time":"2026-03-01T00:00:00Z",
                 "name":"MONDAY","id":"%s","number":5,"yes":true}
                """
                        .formatted(id);

        assertThat(json.readValue(body, Said.class))
                .isEqualTo(
                        new Said(
                                "5",
                                Map.of("a", "b"),
                                LocalDate.of(2026, 3, 1),
                                Instant.parse("2026-03-01T00:00:00Z"),
                                DayOfWeek.MONDAY,
                                UUID.fromString(id),
                                5,
                                true));
    }
}
