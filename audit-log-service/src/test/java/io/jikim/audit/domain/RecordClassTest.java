package io.jikim.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordClassTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T14:59:59Z, P1Y, 2027-11-24",
        "2026-11-24T15:00:00Z, P1Y, 2027-11-25",
        "2028-02-29T01:00:00Z, P1Y, 2029-02-28",
        "2026-08-31T01:00:00Z, P6M, 2027-02-28",
    })
    void a_period_ends_with_the_same_day_in_korea_or_the_last_of_its_month(
            Instant sequenced, Period period, LocalDate lastDay) {
        assertThat(RecordClass.lastDay(sequenced, period)).isEqualTo(lastDay);
    }
}
