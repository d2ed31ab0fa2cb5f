package io.jikim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A legal hold keeps the named categories of a person from destruction.
public record HoldPlaced(UUID holdId, UUID subjectRef, List<String> categories, Instant at)
        implements Event {

    public HoldPlaced {
        categories = List.copyOf(categories);
    }

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
