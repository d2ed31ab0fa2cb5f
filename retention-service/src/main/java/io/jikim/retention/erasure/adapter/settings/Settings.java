package io.jikim.retention.erasure.adapter.settings;

import io.jikim.retention.erasure.application.Deadlines;
import io.jikim.retention.erasure.domain.LegalCalendar;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What can be set about erasure, as values that the use cases take.
@Singleton
class Settings {
    @Produces
    @Singleton
    Deadlines deadlines(
            @ConfigProperty(name = "jikim.retention.deadline") Duration deadline,
            @ConfigProperty(name = "jikim.retention.recheck-after") Duration recheck) {
        return new Deadlines(deadline, recheck);
    }

    /// The calendar in which a day of the law begins.
    @Produces
    @Singleton
    ZoneId calendar() {
        return LegalCalendar.ZONE;
    }
}
