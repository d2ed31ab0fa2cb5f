package io.jikim.retention.erasure.adapter.out.postgres;

import io.jikim.platform.time.BusinessClock;
import io.jikim.retention.erasure.application.port.BusinessOffsets;
import io.jikim.retention.erasure.domain.TenantCode;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/// Business time: the database's, which all instances share though the clock of one of them may be
/// wrong. For tenants whose demonstration moved it, so much ahead; in production it cannot be
/// moved, so nobody asks. A tenant's clock is read on the tenant's own business.
@ApplicationScoped
class TenantClock implements BusinessClock, BusinessOffsets {
    private final Session database;
    private final boolean movable =
            ConfigUtils.isProfileActive("local") || ConfigUtils.isProfileActive("test");

    TenantClock(Session database) {
        this.database = database;
    }

    @Override
    public Instant instant(String tenant) {
        return now().plus(of(new TenantCode(tenant)));
    }

    // Not now(), which is when the transaction began: a case that another one opened meanwhile
    // would
    // lie ahead.
    private Instant now() {
        return database.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }

    @Override
    public Duration of(TenantCode tenant) {
        return movable ? stored(tenant) : Duration.ZERO;
    }

    private Duration stored(TenantCode tenant) {
        return database.createNativeQuery(
                        "select seconds from tenant_clock where tenant = :tenant", Long.class)
                .setParameter("tenant", tenant.code())
                .getResultStream()
                .findFirst()
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    /// Cases that wait for the end of a restore window are looked at again.
    @Override
    public void set(TenantCode tenant, Duration offset) {
        database.createNativeMutationQuery(
                        "insert into tenant_clock (tenant, seconds) values (:tenant, :seconds)"
                                + " on conflict (tenant) do update set seconds = excluded.seconds")
                .setParameter("tenant", tenant.code())
                .setParameter("seconds", offset.toSeconds())
                .executeUpdate();
        database.createNativeMutationQuery(
                        "update erasure set recheck_at = now() where state = 'PLANNED'")
                .executeUpdate();
    }
}
