package io.jikim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A person is known; `items` are the codes of what was collected, never the values.
public record PersonRegistered(UUID subjectRef, Kind kind, List<String> items, Instant at)
        implements Event {

    public PersonRegistered {
        items = List.copyOf(items);
    }

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
