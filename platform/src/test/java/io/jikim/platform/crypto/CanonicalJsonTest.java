package io.jikim.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTest {

    @Test
    void sorts_names_by_utf_16_code_units() {
        // the example of RFC 8785 §3.2.3
        var map =
                Map.of(
                        "\u20ac", "Euro Sign",
                        "\r", "Carriage Return",
                        "\ufb33", "Hebrew Letter Dalet With Dagesh",
                        "1", "One",
                        "\ud83d\ude00", "Emoji: Grinning Face",
                        "\u0080", "Control",
                        "\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.of(map))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                                + "\"\u20ac\":\"Euro Sign\","
                                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void writes_every_kind_of_value_in_one_way() {
        Map<String, Object> map = new HashMap<>();
        map.put("b", List.of(1, true, "지킴 \"\\ \u0007\n/"));
        map.put("a", null);

        assertThat(CanonicalJson.of(map))
                .isEqualTo("{\"a\":null,\"b\":[1,true,\"지킴 \\\"\\\\ \\u0007\\n/\"]}");
    }

    static List<Object> strangers() {
        return List.of(1.5, 1L << 53, "\ud83d", Map.of(1, 2), new Object());
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void refuses_what_the_next_language_may_write_differently(Object stranger) {
        assertThatThrownBy(() -> CanonicalJson.of(List.of(stranger)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
