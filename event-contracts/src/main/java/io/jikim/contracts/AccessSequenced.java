package io.jikim.contracts;

import java.util.UUID;

/// The audit log has given the event with this id the place `index` (from 0).
public record AccessSequenced(UUID eventId, long index) implements Event {

    @Override
    public String key() {
        return eventId.toString();
    }
}
