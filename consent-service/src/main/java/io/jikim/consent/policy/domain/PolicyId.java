package io.jikim.consent.policy.domain;

import java.util.UUID;

/// One version of one tenant's policy.
public record PolicyId(UUID value) {}
