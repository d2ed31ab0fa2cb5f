package io.jikim.consent.rights.domain;

import java.util.UUID;

/// One rights request.
public record RequestId(UUID value) {}
