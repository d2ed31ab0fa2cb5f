package io.jikim.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.contracts.ConsentGiven;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private final ConsentGiven fact = Facts.given(UUID.randomUUID(), "newsletter");

    @Test
    void reads_what_it_has_written() {
        assertThat(read(EventJson.write(fact))).isEqualTo(fact);
    }

    @Test
    void ignores_a_field_that_it_does_not_know() {
        assertThat(read(EventJson.write(fact).replaceFirst("\\{", "{\"mood\":1,"))).isEqualTo(fact);
    }

    @Test
    void refuses_a_missing_field_and_names_it() {
        assertThatThrownBy(() -> read(EventJson.write(fact).replace("\"noticeDigest\"", "\"x\"")))
                .isInstanceOf(Malformed.class)
                .hasMessage("noticeDigest is missing");
    }

    @Test
    void never_quotes_what_it_cannot_read() {
        assertThatThrownBy(() ->
                        read(EventJson.write(fact).replace(Facts.NOON.toString(), "Hong Gildong")))
                .isInstanceOf(Malformed.class)
                .hasMessage("InvalidFormatException at at");
    }

    @Test
    void refuses_what_is_no_json() {
        for (String data : new String[] {"", "null", "[]", "{", "{} {}", "1"}) {
            assertThatThrownBy(() -> read(data)).as(data).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> EventJson.read(ConsentGiven.class, null))
                .isInstanceOf(Malformed.class);
    }

    private static ConsentGiven read(String data) {
        return EventJson.read(ConsentGiven.class, data.getBytes(UTF_8));
    }
}
