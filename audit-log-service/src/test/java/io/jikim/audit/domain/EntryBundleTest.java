package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

    @Test
    void each_leaf_stands_behind_its_length_in_two_bytes_the_higher_first() {
        var bundle = EntryBundle.of(List.of(new byte[] {7, 8}, new byte[0], new byte[0x0102]));

        assertThat(bundle).hasSize(2 + 2 + 2 + 2 + 0x0102);
        assertThat(bundle).startsWith(0, 2, 7, 8, 0, 0, 1, 2);
    }

    @Test
    void a_leaf_is_as_long_as_two_bytes_can_say_and_no_longer() {
        assertThat(EntryBundle.of(List.of(new byte[0xFFFF])))
                .hasSize(0x10001)
                .startsWith(0xFF, 0xFF);
        assertThatThrownBy(() -> EntryBundle.of(List.of(new byte[0x10000])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
