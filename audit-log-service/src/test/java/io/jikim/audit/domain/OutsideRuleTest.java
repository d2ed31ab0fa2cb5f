package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutsideRuleTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void a_clock_may_be_five_minutes_ahead_and_a_record_a_month_late() {
        assertThat(codes(NOON.plus(OutsideRule.SKEW).toString())).isEmpty();
        assertThat(codes(NOON.plus(OutsideRule.SKEW).plusNanos(1_000).toString()))
                .containsExactly("in-future");
        assertThat(codes(NOON.minus(OutsideRule.LATEST).toString())).isEmpty();
        assertThat(codes(NOON.minus(OutsideRule.LATEST).minusNanos(1_000).toString()))
                .containsExactly("too-old");
        assertThat(OutsideRule.LATEST).isEqualTo(Duration.ofDays(31));
    }

    @Test
    void a_time_is_of_any_zone_and_of_microseconds() {
        assertThat(codes("2026-11-29T21:00:00.123456+09:00")).isEmpty();
        assertThat(codes("2026-11-29T21:00:00.1234567+09:00")).containsExactly("malformed");
        assertThat(codes("2026-11-29T12:00:00")).containsExactly("malformed");
        assertThat(codes("0000-00-00T00:00:00Z")).containsExactly("malformed");
        assertThat(codes("0001-01-01T00:00:00Z")).containsExactly("too-old");
        assertThat(codes("9999-12-31T23:59:59Z")).containsExactly("in-future");
    }

    @Test
    void nothing_that_came_in_is_quoted() {
        var flaws = access("2026-11-29T12:00:00 o'clock").flaws(NOON);

        assertThat(flaws).allSatisfy(flaw -> assertThat(flaw.message()).doesNotContain("clock"));
    }

    private static List<String> codes(String at) {
        return access(at).flaws(NOON).stream().map(Flaw::code).toList();
    }

    private static OutsideAccess access(String at) {
        var who = new OutsideAccess.Who("kim", null, null);
        var did = new OutsideAccess.Did(at, who, "198.51.100.23", "SEARCH", "crm", null, null);
        return new OutsideAccess(UUID.randomUUID().toString(), did, List.of(), null);
    }
}
