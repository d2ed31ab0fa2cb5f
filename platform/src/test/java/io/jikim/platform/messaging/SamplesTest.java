package io.jikim.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.contracts.EventTypes;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

    static List<EventTypes.EventType> types() {
        return EventTypes.ALL;
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_published_sample_is_read_and_written_as_it_was(EventTypes.EventType type)
            throws IOException {
        byte[] sample;
        try (var file =
                EventTypes.class.getResourceAsStream("/samples/" + type.type() + "/1.json")) {
            sample = file.readAllBytes();
        }
        var json = new ObjectMapper();

        assertThat(json.readTree(EventJson.write(EventJson.read(type.event(), sample))))
                .isEqualTo(json.readTree(sample));
    }
}
