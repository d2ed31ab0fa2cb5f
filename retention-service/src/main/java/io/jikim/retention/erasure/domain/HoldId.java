package io.jikim.retention.erasure.domain;

import java.util.UUID;

/// The id of a legal hold.
public record HoldId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
