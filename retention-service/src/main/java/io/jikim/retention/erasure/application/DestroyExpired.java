package io.jikim.retention.erasure.application;

import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.application.port.Archive;
import io.jikim.retention.erasure.application.port.DestroyedRecord;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    ///
    /// @throws RuntimeException the first failure of a case, after all others have been tried
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
        var failures = new ArrayList<RuntimeException>();
        byCase.forEach((erasure, records) -> {
            try {
                report(tenant, erasure, records);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            var first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private void report(TenantCode tenant, ErasureId erasure, List<DestroyedRecord> records) {
        if (revise.revise(erasure, records)) {
            archive.reported(tenant, records.stream().map(DestroyedRecord::record).toList());
        }
    }
}
