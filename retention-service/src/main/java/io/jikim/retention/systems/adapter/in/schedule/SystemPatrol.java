package io.jikim.retention.systems.adapter.in.schedule;

import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.access.Tenant;
import io.jikim.platform.trouble.Troubles;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.application.LookAtSystem;
import io.jikim.retention.systems.application.WatchSystems;
import io.jikim.retention.systems.application.port.SystemWatch;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import org.jboss.logging.Logger;

/// Looks at every connected system: a column that the operator added must not wait for the next
/// termination to be noticed.
@ApplicationScoped
class SystemPatrol {
    private final Troubles troubles = new Troubles(Logger.getLogger(SystemPatrol.class));
    private final WatchSystems watch;
    private final Look look;

    SystemPatrol(WatchSystems watch, Look look) {
        this.watch = watch;
        this.look = look;
    }

    @Scheduled(
            every = "{jikim.systems.look-every:5m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void patrol() {
        troubles.during("patrol of connected systems", () -> watch.everywhere().forEach(this::at));
    }

    private void at(SystemWatch.Watched system) {
        var name = system.state().name();
        troubles.during(
                "look at a connected system tenant=%s system=%s"
                        .formatted(system.tenant().code(), name),
                () -> look.at(system.tenant(), name));
    }

    /// One look, in the name of the system's tenant.
    @ApplicationScoped
    static class Look {
        private final CurrentTenant current;
        private final LookAtSystem look;

        Look(CurrentTenant current, LookAtSystem look) {
            this.current = current;
            this.look = look;
        }

        @ActivateRequestContext
        void at(TenantCode tenant, String system) {
            current.set(new Tenant(tenant.code()));
            look.look(tenant, system);
        }
    }
}
