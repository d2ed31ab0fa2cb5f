package io.jikim.contracts;

import java.util.UUID;

/// The audit log has given the event with this id the place `index` (from 0).
public record AccessSequenced(UUID eventId, long index) implements Event {

    /// One stream per tenant, in the order of the log: a stream for each receipt would leave its
    /// counter behind for ever.
    @Override
    public String key() {
        return "access-log";
    }
}
