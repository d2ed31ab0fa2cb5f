package io.jikim.consent.rights.domain;

import java.util.UUID;

/// The person who uses a right, by `subjectRef`.
public record Requester(UUID subjectRef) {}
