package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.BusinessOffsets;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Use case: a demonstration moves one tenant's business time ahead; everybody else's and all real
/// time stay.
@ApplicationScoped
public class MoveBusinessClock {
    /// Business time would be further from real time than any legal period reaches.
    public static class TooFar extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final int FURTHEST_YEARS = 200;

    private final BusinessOffsets offsets;
    private final Archive archive;
    private final InstantSource clock;
    private final ZoneId calendar;

    MoveBusinessClock(
            BusinessOffsets offsets, Archive archive, InstantSource clock, ZoneId calendar) {
        this.offsets = offsets;
        this.archive = archive;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// The tenant's business time afterwards.
    ///
    /// @throws TooFar if that is more than 200 years from now
    @Transactional
    public Instant advance(TenantCode tenant, Period by) {
        // read once: a second reading is later, and the way between them a little shorter
        var now = clock.instant();
        var moved = moved(now.plus(offsets.of(tenant)).atZone(calendar), by);
        if (moved.isAfter(now.atZone(calendar).plusYears(FURTHEST_YEARS).toInstant())) {
            throw new TooFar();
        }
        var offset = Duration.between(now, moved);
        offsets.set(tenant, offset);
        archive.businessOffset(tenant, offset);
        return moved;
    }

    private static Instant moved(ZonedDateTime from, Period by) {
        try {
            return from.plus(by).toInstant();
        } catch (DateTimeException _) {
            throw new TooFar();
        }
    }
}
