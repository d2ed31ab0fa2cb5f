package io.jikim.retention.erasure.domain;

import java.util.UUID;

/// The id of one erasure case.
public record ErasureId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
