package io.jikim.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Items of a person have been corrected; `items` are codes.
public record PersonCorrected(UUID subjectRef, List<String> items, Instant at) implements Event {

    public PersonCorrected {
        items = List.copyOf(items);
    }

    @Override
    public String key() {
        return subjectRef.toString();
    }
}
