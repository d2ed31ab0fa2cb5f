package io.jikim.contracts;

import java.util.List;
import java.util.UUID;

/// The audit log has given these events their places: one receipt for many, because one for each
/// cost more than the places (version 2 of `access.sequenced`).
public record AccessesSequenced(List<Place> places) implements Event {

    /// So many places stay below the 64 KiB that an event may have.
    public static final int MOST = 500;

    /// An event and its index in the log (from 0).
    public record Place(UUID eventId, long index) {}

    public AccessesSequenced {
        places = List.copyOf(places);
    }

    /// One stream per tenant, in the order of the log.
    @Override
    public String key() {
        return "access-log";
    }
}
