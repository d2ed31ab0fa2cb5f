package io.jikim.platform.time;

import java.time.Instant;

/// The time that a tenant's due dates are measured by.
///
/// Only legal periods and deadlines ask it. Tokens, leases and the audit log keep real time,
/// because a local profile may move this one.
@FunctionalInterface
public interface BusinessClock {

    Instant instant(String tenant);
}
