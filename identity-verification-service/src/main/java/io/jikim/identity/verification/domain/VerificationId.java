package io.jikim.identity.verification.domain;

import java.util.UUID;

/// One verification of one address.
public record VerificationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
