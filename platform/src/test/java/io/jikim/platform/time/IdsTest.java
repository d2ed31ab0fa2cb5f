package io.jikim.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void come_in_the_order_they_were_made() {
        var ids = Ids.version7();

        assertThat(Stream.generate(ids::next).limit(10_000).map(Object::toString))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(ids.next().version()).isEqualTo(7);
    }

    @Test
    void time_has_no_more_digits_than_the_database_keeps() {
        var clock = new TimeSources().instants();

        assertThat(clock.instant().getNano() % 1_000).isZero();
    }
}
