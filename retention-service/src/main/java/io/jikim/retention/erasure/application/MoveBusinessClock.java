package io.jikim.retention.erasure.application;

import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.BusinessOffsets;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;

/// Use case: a demonstration moves one tenant's business time ahead; everybody else's and all real
/// time stay.
@ApplicationScoped
public class MoveBusinessClock {
    private final BusinessOffsets offsets;
    private final Archive archive;
    private final BusinessClock business;
    private final InstantSource clock;
    private final ZoneId calendar;

    MoveBusinessClock(
            BusinessOffsets offsets,
            Archive archive,
            BusinessClock business,
            InstantSource clock,
            ZoneId calendar) {
        this.offsets = offsets;
        this.archive = archive;
        this.business = business;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// The tenant's business time afterwards.
    @Transactional
    public Instant advance(TenantCode tenant, Period by) {
        var moved = business.instant(tenant.code()).atZone(calendar).plus(by).toInstant();
        var offset = Duration.between(clock.instant(), moved);
        offsets.set(tenant, offset);
        archive.businessOffset(tenant, offset);
        return moved;
    }
}
