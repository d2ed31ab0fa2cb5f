package io.jikim.retention.erasure.application;

import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.DestroyedRecord;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/// Use case: archived records whose period is over are destroyed, and their certificates say so.
@ApplicationScoped
public class DestroyExpired {
    private final Archive archive;
    private final CompareArchiveHolds holds;
    private final ReviseCertificate revise;
    private final BusinessClock business;
    private final ZoneId calendar;

    DestroyExpired(
            Archive archive,
            CompareArchiveHolds holds,
            ReviseCertificate revise,
            BusinessClock business,
            ZoneId calendar) {
        this.archive = archive;
        this.holds = holds;
        this.revise = revise;
        this.business = business;
        this.calendar = calendar;
    }

    /// Also takes up what an earlier run destroyed and did not certify. Records of a case that is
    /// under way wait for its certificate.
    public void destroy(TenantCode tenant) {
        holds.compare(tenant);
        archive.destroyDue(tenant, business.instant(tenant.code()).atZone(calendar).toLocalDate());
        var byCase =
                archive.unreported(tenant).stream()
                        .collect(
                                Collectors.groupingBy(
                                        DestroyedRecord::erasure,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byCase.forEach((erasure, records) -> {
            if (revise.revise(erasure, records)) {
                archive.reported(tenant, records.stream().map(DestroyedRecord::record).toList());
            }
        });
    }
}
