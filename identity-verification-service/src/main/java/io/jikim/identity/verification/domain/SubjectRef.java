package io.jikim.identity.verification.domain;

import java.util.UUID;

/// Whose address it is.
public record SubjectRef(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
