package io.jikim.identity.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u2003\u3000",
                "\u200b",
                "\u2028",
                "\u202e\ufeff",
                "\u3164",
                "\u2800",
                "a\tb",
                "a\u0085"
            })
    void an_id_that_nobody_can_see_is_none(String value) {
        assertThatThrownBy(() -> new ExternalId(value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "u-1", "김 민지", "a\u00a0b", "\ud83d\ude00"})
    void an_id_is_taken_as_it_is_written(String value) {
        assertThat(new ExternalId(value).value()).isEqualTo(value);
    }
}
