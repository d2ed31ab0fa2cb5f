package io.jikim.consent.consents.domain;

import java.util.UUID;

/// A person of one tenant, by the random reference that all services share.
public record SubjectRef(UUID value) {}
