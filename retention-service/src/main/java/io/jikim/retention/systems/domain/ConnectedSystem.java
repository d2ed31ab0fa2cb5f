package io.jikim.retention.systems.domain;

import java.util.UUID;

/// An operator's database that a tenant connected.
public record ConnectedSystem(UUID id, String name, Mapping mapping, Login login) {}
