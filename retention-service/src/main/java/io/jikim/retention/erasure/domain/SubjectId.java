package io.jikim.retention.erasure.domain;

import java.util.UUID;

/// The random reference of one person within one tenant; says nothing about who it is.
public record SubjectId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
