package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.TenantCode;
import java.time.Duration;

/// How far each tenant's business time is ahead of real time; zero but for demonstrations.
public interface BusinessOffsets {
    Duration of(TenantCode tenant);

    void set(TenantCode tenant, Duration offset);
}
