package io.jikim.retention.erasure.adapter.in.schedule;

import io.jikim.platform.access.Tenant;
import io.jikim.platform.access.TenantScope;
import io.jikim.platform.messaging.Milestones;
import io.jikim.platform.trouble.Troubles;
import io.jikim.retention.erasure.application.CompareArchiveHolds;
import io.jikim.retention.erasure.application.DestroyExpired;
import io.jikim.retention.erasure.application.port.DueWork;
import io.jikim.retention.erasure.domain.TenantCode;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Destroys what the archive need not keep any longer, tenant by tenant; nothing while this
/// database may be older than what was told from it, because then holds may be missing from it.
@ApplicationScoped
class ArchiveSweep {
    private final Troubles troubles = new Troubles(Logger.getLogger(ArchiveSweep.class));
    private final DueWork due;
    private final DestroyExpired destroy;
    private final CompareArchiveHolds holds;
    private final Milestones milestones;

    ArchiveSweep(
            DueWork due, DestroyExpired destroy, CompareArchiveHolds holds, Milestones milestones) {
        this.due = due;
        this.destroy = destroy;
        this.holds = holds;
        this.milestones = milestones;
    }

    @Scheduled(
            every = "{jikim.retention.archive-sweep-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        troubles.during("sweep of the archive", () -> due.tenants().forEach(this::sweep));
    }

    private void sweep(TenantCode tenant) {
        troubles.during(
                "sweep of the archive tenant=" + tenant.code(),
                () -> TenantScope.run(new Tenant(tenant.code()), () -> work(tenant)));
    }

    private void work(TenantCode tenant) {
        if (milestones.isFit()) {
            destroy.destroy(tenant);
        } else {
            holds.compare(tenant);
        }
    }
}
