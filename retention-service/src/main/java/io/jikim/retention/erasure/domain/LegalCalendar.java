package io.jikim.retention.erasure.domain;

import java.time.ZoneId;

/// Where a day of the law begins. `business_today` of the archive database says the same in SQL: it
/// judges periods by itself, so this is no setting.
public final class LegalCalendar {
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private LegalCalendar() {}
}
