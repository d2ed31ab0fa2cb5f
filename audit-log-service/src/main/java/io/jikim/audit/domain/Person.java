package io.jikim.audit.domain;

import java.util.UUID;

/// Whom a record is about, as one controller knows her.
public record Person(String tenant, UUID subject) {}
