package io.jikim.consent.rights.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Until when a request is owed.
///
/// Counted as the Korean Civil Act does: the day of receipt is not counted (Art. 157), and a period
/// that would end on a Saturday or Sunday ends on the next weekday (Art. 161). Public holidays are
/// not known here: a date may therefore be earlier than the law allows, never later.
public record DueDate(LocalDate lastDay) {

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    /// Ten days for a correction (PIPA Decree Art. 43).
    private static final int CORRECTION_DAYS = 10;

    /// The due date of a correction received at this time.
    public static DueDate ofCorrection(Instant receivedAt) {
        var last = LocalDate.ofInstant(receivedAt, KOREA).plusDays(CORRECTION_DAYS);
        while (last.getDayOfWeek() == DayOfWeek.SATURDAY
                || last.getDayOfWeek() == DayOfWeek.SUNDAY) {
            last = last.plusDays(1);
        }
        return new DueDate(last);
    }

    /// The end of the last day, in Korea.
    public Instant end() {
        return lastDay.plusDays(1).atStartOfDay(KOREA).toInstant();
    }
}
