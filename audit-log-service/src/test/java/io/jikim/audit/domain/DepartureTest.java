package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DepartureTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final Instant NOON = Instant.parse("2031-12-02T03:00:00Z");

    @Test
    void is_one_event_whenever_it_is_told() {
        var told = new Departure.Pruned(0, 512, NOVEMBER, NOON).fact();

        assertThat(new Departure.Pruned(0, 512, NOVEMBER, NOON.plusSeconds(9)).fact().name())
                .isEqualTo(told.name());
        assertThat(told.name().event().version()).isEqualTo(8);
        assertThat(told.name().event().variant()).isEqualTo(2);
    }

    @Test
    void is_another_event_where_it_says_something_else() {
        var names =
                Stream.of(
                                new Departure.Pruned(0, 512, NOVEMBER, NOON),
                                new Departure.Pruned(0, 768, NOVEMBER, NOON),
                                new Departure.Pruned(512, 768, NOVEMBER, NOON),
                                shredded(512),
                                shredded(768))
                        .map(departure -> departure.fact().name())
                        .distinct();

        assertThat(names).hasSize(5);
    }

    @Test
    void says_in_the_entry_what_has_left_and_of_nobody_in_particular() {
        assertThat(new Departure.Pruned(0, 512, NOVEMBER, NOON).fact().fields())
                .containsEntry("type", "io.jikim.log.pruned.v1")
                .containsEntry("tenant", "")
                .containsEntry("time", "2031-12-02T03:00:00Z")
                .containsEntry(
                        "data", "{\"endIndex\":\"512\",\"firstIndex\":\"0\",\"month\":\"2026-11\"}")
                .containsEntry("endIndex", "512");
        assertThat(shredded(512).fact().fields())
                .containsEntry("shreddedBelow", "ACCESS=512 EVIDENCE=0");
    }

    private static Departure shredded(long below) {
        return new Departure.Shredded(
                new TreeMap<>(Map.of(RecordClass.ACCESS, below, RecordClass.EVIDENCE, 0L)), NOON);
    }
}
