package io.jikim.identity.people.domain;

import java.util.UUID;

/// The only name a person has outside this service: random, one per person and tenant.
public record SubjectRef(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
