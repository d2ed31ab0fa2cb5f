package io.jikim.retention.erasure.application.port;

import io.jikim.retention.erasure.domain.CaseRef;
import io.jikim.retention.erasure.domain.HoldId;
import io.jikim.retention.erasure.domain.TenantCode;
import java.util.List;
import java.util.Map;

/// What is due, over all tenants, found by index.
public interface DueWork {
    /// Cases that are late in their tenant's business time and were not named yet.
    List<CaseRef> overdue(int limit);

    /// Cases on which work broke off or is to be tried again.
    List<CaseRef> toRecheck(int limit);

    /// Tenants that have a policy.
    List<TenantCode> tenants();

    /// The number at which counting stops: it means "so many, or more".
    int MANY = 10_000;

    /// How many cases of all tenants are in each state short of certified, up to [#MANY] each.
    Map<String, Long> openByState();

    /// How many cases of all tenants were named as overdue and are not certified yet, up to
    /// [#MANY].
    long overdueStill();

    /// Active holds of all tenants that only the archive knew, the first twenty: somebody has to
    /// say whether they are to stand.
    Map<HoldId, TenantCode> foundHolds();

    /// How many cases wait for each participant because its answer is contested, among the first
    /// thousand of them.
    Map<String, Long> contested();

    /// How many cases wait for each participant, among the first thousand that are ordered.
    Map<String, Long> awaited();
}
