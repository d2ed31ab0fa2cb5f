package io.jikim.consent.rights.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DueDateTest {

    @Test
    void the_day_of_receipt_is_not_counted() {
        var due = DueDate.ofCorrection(Instant.parse("2026-03-02T03:00:00Z"));

        assertThat(due.lastDay()).isEqualTo(LocalDate.parse("2026-03-12"));
    }

    @Test
    void the_day_is_the_one_in_korea() {
        var due = DueDate.ofCorrection(Instant.parse("2026-03-01T15:30:00Z"));

        assertThat(due.lastDay()).isEqualTo(LocalDate.parse("2026-03-12"));
    }

    @Test
    void a_weekend_moves_the_end_to_monday() {
        var saturday = DueDate.ofCorrection(Instant.parse("2026-03-04T03:00:00Z"));
        var sunday = DueDate.ofCorrection(Instant.parse("2026-03-05T03:00:00Z"));

        assertThat(saturday.lastDay()).isEqualTo(LocalDate.parse("2026-03-16"));
        assertThat(sunday.lastDay()).isEqualTo(LocalDate.parse("2026-03-16"));
    }

    @Test
    void the_last_day_counts_whole() {
        var due = new DueDate(LocalDate.parse("2026-03-12"));

        assertThat(due.end()).isEqualTo(Instant.parse("2026-03-12T15:00:00Z"));
    }
}
