package io.jikim.identity.people.domain;

import java.util.UUID;

/// An erasure case of retention-service.
public record CaseId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
